"""Every failure a user can cause.

    DragomanError
    ├── UsageError                    the command line or its arguments are off (exit code 2)
    │   ├── PathMissing               a path that is not there
    │   ├── NothingToRead             a folder or list without a readable file
    │   ├── ManifestInvalid           a manifest that cannot be used
    │   ├── QueryInvalid              a search or filter that cannot be understood
    │   ├── ItemNotFound              an id or citation that the record does not hold
    │   ├── ReaderNotFound            a reader that is not installed or has nothing to read from
    │   ├── ExporterNotFound          a format without an exporter
    │   ├── FolderForeign             a folder for an export that holds what no export made
    │   ├── PipelineNotFound          a spaCy pipeline that is not installed
    │   ├── OptionUnsuited            an option that the chosen reader does not take
    │   ├── EndpointInvalid           an endpoint, model or key that cannot be used as given
    │   ├── KeyInvalid                an answer key that cannot be used
    │   ├── WatchInvalid              a file of sources that cannot be used
    │   ├── ExtraMissing              a part of Dragoman that is not installed
    │   ├── TokenInvalid              a token's name or time that cannot be used
    │   ├── UserInvalid               a name or password that nobody can sign in with
    │   ├── AddressUnusable           a host or port that the pages cannot be served at
    │   └── DecisionError             a decision that cannot be made as given; nothing was applied
    │       ├── ItemGone              on an id that was in the record and is gone
    │       ├── DecisionContradicts   it says otherwise than a decision in force
    │       ├── MergeUnfit            of things that cannot be one: a person and a state
    │       ├── NeverMerged           a split of what was never merged
    │       ├── CorrectionInvalid     a field or a value that the vocabulary does not have
    │       ├── SourceInvalid         an addition without a report that holds its quote
    │       ├── DecisionNotFound      an undo of what was never decided
    │       ├── DecisionsInvalid      a file of decisions that cannot be used
    │       ├── ReportsForeign        decisions made on reports that the record does not hold
    │       └── ClockSetBack          this machine's clock stands before the last decision
    ├── RecordError                   the record file itself (exit code 1)
    │   ├── RecordMissing             no record at that path
    │   ├── RecordInvalid             not a record, or damaged
    │   ├── RecordTooNew              written by a newer version
    │   └── RecordNotWritten          no disk space, no permission, locked
    ├── OutputNotWritten              the file given with --output cannot be written (exit code 1)
    ├── WeightsInvalid                the model's files are missing or damaged (exit code 1)
    ├── CacheUnusable                 the file of kept answers cannot be used (exit code 1)
    ├── EndpointError                 no report can be read by this endpoint; the run ends (exit 1)
    │   ├── KeyRefused                the endpoint refuses the key, or wants one
    │   ├── ModelUnknown              the endpoint has no such model, or is no chat API
    │   └── EndpointMoved             the endpoint sends us elsewhere, where nobody named it
    └── ReportError                   one report could not be read; the rest goes on (exit code 3)
        ├── ReportEmpty               no text at all
        ├── ReportBinary              bytes that are no text under a text name
        ├── ReportEncoding            text in no encoding we can tell
        ├── ReportTooLarge            over the size limit
        ├── ReportFormat              a format Dragoman does not read
        ├── ReportDamaged             a file its format's library cannot open
        ├── ReportLocked              a PDF with a password
        ├── ReportWithoutText         a PDF of pictures, HTML without an article
        ├── ReportUnreadable          the file system refuses
        ├── ReaderFailed              the reader broke on this report
        ├── FetchError                a page that could not be had
        │   ├── AddressInvalid        no http or https address
        │   ├── AddressPrivate        an address of this machine or its own network
        │   ├── RobotsForbid          the site's robots.txt does not want it fetched
        │   ├── FetchFailed           no connection, too slow, or an answer that is no page
        │   └── FetchTooLarge         over the size limit
        ├── FeedInvalid               what should be a feed or a sitemap is none
        └── AnswerError               the endpoint gave no answer that can be used
            ├── EndpointUnreachable   no connection, or none that lasts
            ├── EndpointBusy          rate limit or failing server, to the last try
            ├── RequestRefused        the endpoint refuses what we ask
            ├── AnswerInvalid         an answer that is not JSON in the form asked for
            ├── AnswerCutOff          cut off however little was asked for
            └── AnswerTooLarge        over the size limit

Each error has one line that says what and what to do, and an `exit_code`.
"""


class DragomanError(Exception):
    """The root of the tree. `str(error)` is one line for the user."""

    exit_code = 1


class UsageError(DragomanError):
    """The command line or its arguments are off."""

    exit_code = 2


class PathMissing(UsageError):
    """A path that is not there."""


class NothingToRead(UsageError):
    """A folder or list without a readable file."""


class ManifestInvalid(UsageError):
    """A manifest that cannot be used."""


class QueryInvalid(UsageError):
    """A search or filter that cannot be understood."""


class ItemNotFound(UsageError):
    """An id or citation that the record does not hold."""


class ReaderNotFound(UsageError):
    """A reader that is not installed, or has nothing to read from."""


class ExporterNotFound(UsageError):
    """A format without an exporter."""


class FolderForeign(UsageError):
    """A folder for an export that holds what no export made; nothing in it was touched."""


class PipelineNotFound(UsageError):
    """A spaCy pipeline that is not installed."""


class OptionUnsuited(UsageError):
    """An option that the chosen reader does not take."""


class EndpointInvalid(UsageError):
    """An endpoint, a model or a key that cannot be used as given."""


class KeyInvalid(UsageError):
    """An answer key that cannot be used."""


class WatchInvalid(UsageError):
    """A file of sources that cannot be used."""


class ExtraMissing(UsageError):
    """A part of Dragoman that is not installed.

    `extra` is its name in pyproject.toml, `package` what could not be imported.
    """

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(f"{package} is not installed: pip install 'dragoman[{extra}]' brings it")
        self.extra = extra


class TokenInvalid(UsageError):
    """A token's name or time that cannot be used, or the name of none there is."""


class UserInvalid(UsageError):
    """A name that is taken, unknown or none, or a password that is too short."""


class AddressUnusable(UsageError):
    """A host or port that the pages cannot be served at, or not without sign-in."""


class DecisionError(UsageError):
    """A decision that cannot be made as given; nothing was applied."""


class ItemGone(DecisionError):
    """A decision on an id that was in the record and is gone."""


class DecisionContradicts(DecisionError):
    """A decision that says otherwise than one in force."""


class MergeUnfit(DecisionError):
    """A merge of things that cannot be one."""


class NeverMerged(DecisionError):
    """A split of what was never merged."""


class CorrectionInvalid(DecisionError):
    """A field or a value that the vocabulary does not have."""


class SourceInvalid(DecisionError):
    """An addition without a report that holds its quote."""


class DecisionNotFound(DecisionError):
    """An undo of what was never decided, or is undone."""


class DecisionsInvalid(DecisionError):
    """A file of decisions that cannot be used."""


class ReportsForeign(DecisionError):
    """Decisions made on reports that the record does not hold."""


class ClockSetBack(DecisionError):
    """This machine's clock stands before the last decision."""


class RecordError(DragomanError):
    """The record file itself cannot be used."""


class RecordMissing(RecordError):
    """No record at that path."""


class RecordInvalid(RecordError):
    """Not a record, or damaged."""


class RecordTooNew(RecordError):
    """Written by a newer version."""


class RecordNotWritten(RecordError):
    """No disk space, no permission, or locked by another process."""


class OutputNotWritten(DragomanError):
    """The file given with --output cannot be written."""


class WeightsInvalid(DragomanError):
    """The model's files are missing or damaged."""


class CacheUnusable(DragomanError):
    """The file of kept answers cannot be used."""


class EndpointError(DragomanError):
    """No report can be read by this endpoint."""


class KeyRefused(EndpointError):
    """The endpoint refuses the key, or wants one."""


class ModelUnknown(EndpointError):
    """The endpoint has no such model, or is no chat API."""


class EndpointMoved(EndpointError):
    """The endpoint sends us elsewhere, where nobody named it."""


class ReportError(DragomanError):
    """One report could not be read; the rest goes on."""

    exit_code = 3


class ReportEmpty(ReportError):
    """No text at all."""


class ReportBinary(ReportError):
    """Bytes that are no text under a text name."""


class ReportEncoding(ReportError):
    """Text in no encoding we can tell."""


class ReportTooLarge(ReportError):
    """Over the size limit."""


class ReportFormat(ReportError):
    """A format Dragoman does not read."""


class ReportDamaged(ReportError):
    """A file its format's library cannot open."""


class ReportLocked(ReportError):
    """A PDF with a password."""


class ReportWithoutText(ReportError):
    """A PDF of pictures, or HTML without an article."""


class ReportUnreadable(ReportError):
    """The file system refuses."""


class ReaderFailed(ReportError):
    """The reader broke on this report."""


class FetchError(ReportError):
    """A page that could not be had."""


class AddressInvalid(FetchError):
    """No http or https address."""


class AddressPrivate(FetchError):
    """An address of this machine or its own network."""


class RobotsForbid(FetchError):
    """The site's robots.txt does not want it fetched."""


class FetchFailed(FetchError):
    """No connection, too slow, or an answer that is no page."""


class FetchTooLarge(FetchError):
    """Over the size limit."""


class FeedInvalid(ReportError):
    """What should be a feed or a sitemap is none."""


class AnswerError(ReportError):
    """The endpoint gave no answer that can be used."""


class EndpointUnreachable(AnswerError):
    """No connection, or none that lasts."""


class EndpointBusy(AnswerError):
    """A rate limit or a failing server, to the last try."""


class RequestRefused(AnswerError):
    """The endpoint refuses what we ask."""


class AnswerInvalid(AnswerError):
    """An answer that is not JSON in the form asked for."""


class AnswerCutOff(AnswerError):
    """Cut off however little was asked for."""


class AnswerTooLarge(AnswerError):
    """An answer over the size limit."""
