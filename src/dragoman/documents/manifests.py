"""Which manifest speaks for a file: the one given, else those in the folders above it."""

from pathlib import Path

from dragoman.documents.manifest import Details, Manifest, load_manifest, manifest_beside


class Manifests:
    """The manifests of one run, each read once.

    `given` is one the user names; it goes before those that lie in folders. Raises
    ManifestInvalid as soon as a manifest that cannot be used is needed.
    """

    def __init__(self, given: Path | None = None) -> None:
        self._given = load_manifest(given) if given is not None else None
        self._folders: dict[Path, Manifest | None] = {}

    def details_for(self, file: Path, root: Path) -> Details:
        """Return what manifests say of `file`; of two the nearer one wins, value by value.

        Manifests count in the file's folder and above it up to the folder `root`.
        """
        known = self._said(self._given, file)
        for folder in self._between(file.parent, root):
            if folder not in self._folders:
                path = manifest_beside(folder)
                self._folders[folder] = load_manifest(path) if path is not None else None
            known = known.or_else(self._said(self._folders[folder], file))
        return known

    def warnings(self) -> list[str]:
        """Return a line for each file that a manifest read so far names and that is not there."""
        read = [self._given, *self._folders.values()]
        return [
            f"{manifest.path} names {file.name}, which is not there."
            for manifest in read
            if manifest is not None
            for file in manifest.absent()
        ]

    @staticmethod
    def _said(manifest: Manifest | None, file: Path) -> Details:
        return (manifest.details_for(file) if manifest is not None else None) or Details()

    @staticmethod
    def _between(folder: Path, root: Path) -> list[Path]:
        above = [folder, *folder.parents]
        return above[: above.index(root) + 1] if root in above else [folder]
