"""Runs a notebook in its folder and writes it, with its outputs, to standard output. An error in a cell is an error here."""

import json
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

path = Path(sys.argv[1])
notebook = nbformat.read(path, as_version=4)
NotebookClient(notebook, timeout=240, resources={"metadata": {"path": str(path.parent)}}).execute()
sys.stdout.write(json.dumps(notebook))
