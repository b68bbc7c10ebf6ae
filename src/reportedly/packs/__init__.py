"""Human-edited knowledge, shipped as YAML and checked when it is loaded.

Takes: a pack file (the shipped one unless a path is given).
Gives: a frozen pack, indexed for look-up by lemma.
Never: loads anything at import, keeps a pack behind the caller's back, or lets a misspelt key pass.
"""

from reportedly.packs.activities import (
    PLOVER_TYPES,
    ActivityEntry,
    ActivityPack,
    Role,
    Roles,
    Trigger,
    TriggerKind,
    load_activities,
)
from reportedly.packs.cues import (
    CueKind,
    CuePack,
    CueWord,
    Setting,
    load_cues,
)
from reportedly.packs.estimative import Estimate, EstimativePack, load_estimative
from reportedly.packs.places import PlacePack, Region, load_places

__all__ = [
    "PLOVER_TYPES",
    "ActivityEntry",
    "ActivityPack",
    "CueKind",
    "CuePack",
    "CueWord",
    "Estimate",
    "EstimativePack",
    "PlacePack",
    "Region",
    "Role",
    "Roles",
    "Setting",
    "Trigger",
    "TriggerKind",
    "load_activities",
    "load_cues",
    "load_estimative",
    "load_places",
]
