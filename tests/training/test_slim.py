import pytest

torch = pytest.importorskip("torch", reason="training needs torch; reading does not")
pytest.importorskip("safetensors", reason="training reads the encoder with safetensors")

from tests.training.test_train import documents, inventory, small, windows  # noqa: E402, F401  fixtures
from training.losses import see  # noqa: E402  after the check for torch
from training.network import Layer, Network, Shape  # noqa: E402
from training.slim import Guide, importances, narrowed  # noqa: E402


def slim_of(network, inner):
    sizes = {k: getattr(network.shape, k) for k in Shape.__slots__} | {"inner": inner}
    return Network(Shape(**sizes))


@pytest.fixture
def network(inventory):  # noqa: F811  the fixture above
    torch.manual_seed(1)
    return small(inventory)


@pytest.fixture
def group(windows):  # noqa: F811  the fixture above
    return windows["ewt"] + windows["polnear"]


def silence(layer: Layer, units: list[int]) -> None:
    """Let some inner units say nothing."""
    with torch.no_grad():
        layer.narrow.weight[:, units] = 0.0


def test_units_that_say_nothing_do_not_matter(network, group):
    silence(network.encoder.layers[0], [3, 17])
    (row,) = importances(network, [group, group])
    assert row.shape == (32,)
    assert row[[3, 17]].tolist() == [0.0, 0.0]
    assert (row > 0).sum() == 30


def test_without_units_that_say_nothing_the_network_sees_the_same(network, group):
    idle = list(range(0, 32, 2))
    silence(network.encoder.layers[0], idle)
    rows = importances(network, [group])
    slim = slim_of(network, 16)
    slim.load_state_dict(narrowed(network.state_dict(), rows, 16))
    whole, half = (see(n.eval(), group)[0] for n in (network, slim))
    assert torch.allclose(whole.vectors, half.vectors, atol=1e-5)
    assert torch.allclose(whole.roles, half.roles, atol=1e-5)


def test_weighing_units_leaves_no_gradients_behind(network, group):
    importances(network, [group])
    assert all(p.grad is None or not p.grad.any() for p in network.parameters())


def test_the_guide_asks_nothing_of_a_network_that_sees_as_it_does(network, group):
    guide = Guide(network)
    vectors = see(network.eval(), group)[0].vectors
    assert float(guide.loss(vectors, group).detach()) < 1e-5  # it keeps them in 16 bits
    assert float(guide.loss(0 * vectors.detach(), group, weight=4.0)) == pytest.approx(4.0)


def test_the_guide_asks_the_same_of_a_window_in_whatever_batch_it_comes(network, group):
    guide = Guide(network)
    vectors = see(network.eval(), group)[0].vectors
    guide.loss(vectors, group)
    last = see(network, group[-1:])[0].vectors
    assert float(guide.loss(last, group[-1:]).detach()) < 1e-5
