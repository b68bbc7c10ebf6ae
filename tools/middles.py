"""Where the middle of a unit is, reckoned from the cities in it; the packages do not have GeoNames' own."""

from collections.abc import Iterable
from math import asin, atan2, cos, degrees, floor, hypot, radians, sin

# Degrees that a cell is wide, by how many full stops a unit's code has. Each cell with a city counts once, so
# that a crowded corner does not pull the middle over.
CELLS = (1.0, 0.25, 0.1)


class Middles:
    """Cells that hold cities, by the code of the unit."""

    def __init__(self) -> None:
        self._cells: dict[str, set[tuple[int, int]]] = {}

    def add(self, code: str, latitude: float, longitude: float) -> None:
        """Count a city for its unit and for all units around that."""
        while code:
            width = CELLS[min(code.count("."), len(CELLS) - 1)]
            cell = floor(latitude / width), floor(longitude / width)
            self._cells.setdefault(code, set()).add(cell)
            code = code.rpartition(".")[0]

    def middle(self, code: str) -> tuple[float, float] | None:
        """Return latitude and longitude of a unit's middle; None when no city lies in it."""
        cells = self._cells.get(code)
        if not cells:
            return None
        width = CELLS[min(code.count("."), len(CELLS) - 1)]
        return mean_of(((y + 0.5) * width, (x + 0.5) * width) for y, x in sorted(cells))


def mean_of(places: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean of places on the globe, each weighted by how wide its cell is."""
    x = y = z = 0.0
    for latitude, longitude in places:
        flat = cos(radians(latitude))
        x += flat * flat * cos(radians(longitude))
        y += flat * flat * sin(radians(longitude))
        z += flat * sin(radians(latitude))
    length = hypot(x, y, z)
    return degrees(asin(z / length)), degrees(atan2(y, x))
