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
)
from reportedly.packs.actors import (
    ACTOR_KINDS,
    RELATION_KINDS,
    ActorEntry,
    ActorPack,
    OtherName,
    Relation,
)
from reportedly.packs.checking import Checked, Idle, check_triggers
from reportedly.packs.codebooks import ACLED_SUB_EVENTS, PLOVER_TYPES
from reportedly.packs.compiled import load_actors
from reportedly.packs.compiled_activities import load_activities
from reportedly.packs.cues import (
    CueKind,
    CuePack,
    CueWord,
    Setting,
    load_cues,
)
from reportedly.packs.equipment import EquipmentPack, load_equipment
from reportedly.packs.estimative import Estimate, EstimativePack, load_estimative
from reportedly.packs.name_words import NameWords, load_name_words
from reportedly.packs.places import PlacePack, Region, load_places

__all__ = [
    "ACLED_SUB_EVENTS",
    "ACTOR_KINDS",
    "PLOVER_TYPES",
    "RELATION_KINDS",
    "ActivityEntry",
    "ActivityPack",
    "ActorEntry",
    "ActorPack",
    "Checked",
    "CueKind",
    "CuePack",
    "CueWord",
    "EquipmentPack",
    "Estimate",
    "EstimativePack",
    "Idle",
    "NameWords",
    "OtherName",
    "PlacePack",
    "Region",
    "Relation",
    "Role",
    "Roles",
    "Setting",
    "Trigger",
    "TriggerKind",
    "check_triggers",
    "load_activities",
    "load_actors",
    "load_cues",
    "load_equipment",
    "load_estimative",
    "load_name_words",
    "load_places",
]
