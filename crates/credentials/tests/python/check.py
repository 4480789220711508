"""What the reference implementation of C2PA says of files, as JSON: a list, in the order of the arguments.

    python check.py root.pem file…
"""

import json
import mimetypes
import pathlib
import sys

import c2pa

root, *files = sys.argv[1:]
# The purposes that checkers on the web accept, by their published lists: emails, and documents.
purposes = "1.3.6.1.5.5.7.3.4\n1.3.6.1.5.5.7.3.36\n"
trust = {"trust_anchors": pathlib.Path(root).read_text(), "trust_config": purposes}
context = c2pa.Context.from_dict({"trust": trust, "verify": {"remote_manifest_fetch": False}})


def say(file):
    kind = mimetypes.types_map.get(pathlib.Path(file).suffix) or "image/webp"
    with open(file, "rb") as stream, c2pa.Reader(kind, stream, context=context) as reader:
        return {
            "state": reader.get_validation_state(),
            "results": reader.get_validation_results(),
            "manifest": reader.get_active_manifest(),
        }


print(json.dumps([say(file) for file in files]))
