"""Words by which a passage shows what it is. Lists to read and extend; lower case but for the credits."""


def word_set(listed: str, *, parted_by: str | None = None) -> frozenset[str]:
    """The entries of a written list, parted by white space or by `parted_by`."""
    return frozenset(entry.strip() for entry in listed.split(parted_by))


BOILERPLATE_OPENINGS: tuple[str, ...] = (
    "all rights reserved",
    "by clicking",
    "by using this site",
    "click here",
    "click on the",
    "click to",
    "comments are closed",
    "continue reading",
    "correction:",
    "do not publish",
    "enable javascript",
    "filed under",
    "follow us",
    "for immediate release",
    "for media enquiries",
    "for media inquiries",
    "for more information, contact",
    "get our",
    "have a tip",
    "image credit",
    "join our",
    "last modified",
    "last updated",
    "leave a comment",
    "like us on",
    "log in to",
    "media contact",
    "more from",
    "more on this",
    "note to editors",
    "please contact us",
    "please enable",
    "please let us know",
    "posted in",
    "press contact",
    "print this",
    "read more",
    "read next",
    "read the full",
    "read the rest",
    "recommended for you",
    "related articles",
    "related coverage",
    "related stories",
    "related topics",
    "related:",
    "reproduction without permission",
    "see also:",
    "share on",
    "share this",
    "sign up for",
    "sign up to",
    "story continues below",
    "subscribe",
    "support our",
    "tags:",
    "terms of use",
    "this article first appeared",
    "this article originally appeared",
    "this article was first published",
    "this article was originally published",
    "this material may not be published",
    "this site uses cookies",
    "this story has been updated",
    "this story was first published",
    "topics:",
    "view comments",
    "we use cookies",
    "write to us",
    "you need to enable javascript",
    "your email address will not be published",
)
"""Openings of furniture: a short passage that begins so is BOILERPLATE."""

BOILERPLATE_ANYWHERE: tuple[str, ...] = (
    "all rights reserved",
    "enable javascript",
    "javascript is disabled",
    "having issues with commenting",
    "unsubscribe",
    "privacy policy",
    "may not be reproduced",
)
"""Words that make a short passage BOILERPLATE wherever they stand in it."""

BOILERPLATE_WHOLE: frozenset[str] = word_set(
    """
    advertisement; advertising; comments; contact; email; end; ends; facebook; home; linkedin; loading;
    menu; more; next; photos; previous; print; print this page; related; reprints; search; share;
    sponsored; tweet; twitter; video; watch; whatsapp
    """,
    parted_by=";",
)
"""Passages that are furniture when they are nothing but this."""

CAPTION_OPENINGS: tuple[str, ...] = (
    "caption:",
    "file -",
    "file –",
    "file —",
    "file image",
    "file photo",
    "figure:",
    "image:",
    "in this file photo",
    "in this photo",
    "in this image",
    "photo:",
    "picture:",
    "pictured:",
    "u.s. army photo",
    "u.s. air force photo",
    "u.s. navy photo",
)
"""Openings of the line under a picture."""

CAPTION_CREDITS: tuple[str, ...] = (
    "(AP Photo",
    "(Image:",
    "(Photo",
    "(REUTERS",
    "(Reuters/",
    "/AFP)",
    "/AP)",
    "/Getty",
    "/REUTERS",
    "/Reuters)",
    "AFP PHOTO",
    "AP Photo/",
    "Courtesy photo",
    "File photo",
    "Getty Images",
    "Image credit",
    "Photo by ",
    "Photo courtesy",
    "Photo credit",
    "Photograph by ",
    "REUTERS/",
    "Shutterstock",
    "photo by ",
    "via AP)",
)
"""Credits, in this spelling, that stand in a caption and hardly ever in running text."""

REPORTING_WORDS: frozenset[str] = word_set(
    """
    acknowledge acknowledged acknowledges acknowledging add added adding adds alleged alleging allege
    announced announcing argue argued argues arguing assert asserted asserting assess assessed assesses
    assessing caution cautioned cautioning claim claimed claiming claims comment commented commenting
    concede conceded conceding conclude concluded concludes concluding confirm confirmed confirming
    continue continued continues continuing declare declared declares declaring describe described
    emphasized emphasizing explain explained explaining explains find finding finds found indicated insist
    insisted insists insisting note noted notes noting observe observed observes observing pointed quote
    quoted quoting read reads recommend recommended remarked replied reply report reported reporting
    reports respond responded revealed said saying says state stated states stating stress stressed
    stresses stressing suggest suggested suggesting suggests tell tells testified told tweeted warn warned
    warning warns wrote write writes writing
    """
)
"""Words that announce speech at the end of the line before a block quotation."""

CUT_OFF_WORDS: frozenset[str] = word_set(
    """
    a an and as at because but by for from in into its of on or that the their to with while which who
    """
)
"""Words that no complete English sentence or headline ends with: a passage that does is cut off."""
