"""The `aws dynamodb` commands of ArtGuard's specification, word for word but for --endpoint-url."""

import json
import os
import pathlib
import subprocess
import sys

aws = str(pathlib.Path(sys.executable).parent / "aws")


def run(command):
    words = command.replace("\\\n", " ").split()
    assert words.pop(0) == "aws"
    words = [sys.executable, aws, "--output", "json", "--endpoint-url", os.environ["ENDPOINT"], *words]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return json.loads(done.stdout) if done.stdout.strip() else {}


# List tables
listed = run("aws dynamodb list-tables --region ca-central-1")
assert "artguard-inference-records-dev" in listed["TableNames"], listed

# Describe table
described = run("""aws dynamodb describe-table \\
  --table-name artguard-inference-records-dev \\
  --region ca-central-1""")
assert described["Table"]["TableStatus"] == "ACTIVE", described

item = '{"request_id":{"S":"a"},"created_at":{"N":"1"}}'
run(f"aws dynamodb put-item --table-name artguard-inference-records-dev --item {item}")

# Get item count
counted = run("""aws dynamodb scan \\
  --table-name artguard-inference-records-dev \\
  --select COUNT \\
  --region ca-central-1""")
assert counted["Count"] == 1, counted
print("all commands ran")
