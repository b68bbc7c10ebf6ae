"""Everything that can go wrong on purpose, in one tree.

    ReportedlyError
    ├── InputError            a report that cannot be read; the rest of the batch goes on
    │   ├── MissingInput      no such file
    │   ├── NotAFile          a folder, a device
    │   ├── EmptyInput        no bytes, or no words in them
    │   ├── TooLarge          more bytes than the limit
    │   ├── UnknownFormat     bytes that are no format this reads
    │   ├── BrokenInput       the right format, damaged
    │   ├── EncryptedInput    needs a password
    │   ├── NoArticle         a page without running text
    │   └── UnknownLanguage   not English, so nothing was read
    ├── SettingsError         an option or setting with an impossible value
    ├── PackError             a knowledge pack that breaks its own rules
    ├── PlacesError           a gazetteer, or a file to make one of, that is missing or damaged
    └── ModelError            the reading model is missing or not the one this version expects

A message has the thing, what is wrong with it, and the next step.
"""


class ReportedlyError(Exception):
    """Base of every error raised on purpose.

    Args:
        thing: what the error is about, as the user named it (a path, a setting, a pack).
        wrong: what is wrong, with the value seen.
        do: the next step, as an imperative.
    """

    def __init__(self, thing: str, wrong: str, do: str) -> None:
        super().__init__(f"{thing}: {wrong}; {do}")
        self.thing = thing
        self.wrong = wrong
        self.do = do


class InputError(ReportedlyError):
    """A report that cannot be read."""


class MissingInput(InputError):
    """No such file."""


class NotAFile(InputError):
    """The path is a folder or a device."""


class EmptyInput(InputError):
    """No bytes, or no words in them."""


class TooLarge(InputError):
    """More bytes than the limit."""


class UnknownFormat(InputError):
    """Bytes in no format that is read."""


class BrokenInput(InputError):
    """The right format, damaged."""


class EncryptedInput(InputError):
    """Needs a password."""


class NoArticle(InputError):
    """A page without running text."""


class UnknownLanguage(InputError):
    """Not English, so nothing was read."""


class SettingsError(ReportedlyError):
    """An option or setting with an impossible value."""


class PackError(ReportedlyError):
    """A knowledge pack that breaks its own rules."""


class PlacesError(ReportedlyError):
    """A gazetteer, or a file to make one of, that is missing or damaged."""


class ModelError(ReportedlyError):
    """The reading model is missing or not the one this version expects."""
