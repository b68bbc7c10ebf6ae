"""Human-edited knowledge, shipped as YAML and checked when it is loaded.

Takes: a pack file (the shipped one unless a path is given).
Gives: a frozen pack, indexed for look-up by lemma.
Never: loads anything at import, keeps a pack behind the caller's back, or lets a misspelt key pass.
"""

from reportedly.packs.activities import (
    ActivityEntry,
    ActivityPack,
    Role,
    Roles,
    Trigger,
    TriggerKind,
    load_activities,
)
from reportedly.packs.checking import Checked, Idle, check_triggers
from reportedly.packs.codebooks import ACLED_SUB_EVENTS, PLOVER_TYPES
from reportedly.packs.cues import (
    CueKind,
    CuePack,
    CueWord,
    Setting,
    load_cues,
)
from reportedly.packs.estimative import Estimate, EstimativePack, load_estimative

__all__ = [
    "ACLED_SUB_EVENTS",
    "PLOVER_TYPES",
    "ActivityEntry",
    "ActivityPack",
    "Checked",
    "CueKind",
    "CuePack",
    "CueWord",
    "Estimate",
    "EstimativePack",
    "Idle",
    "Role",
    "Roles",
    "Setting",
    "Trigger",
    "TriggerKind",
    "check_triggers",
    "load_activities",
    "load_cues",
    "load_estimative",
]
