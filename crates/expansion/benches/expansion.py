"""The same prompts by dynamicprompts: a JSON list of the fewest seconds by the clock and of the processor."""

import json
import sys
import time

from dynamicprompts.generators import CombinatorialPromptGenerator
from dynamicprompts.wildcards import WildcardManager

ORDER = json.loads(sys.argv[1])
ROUNDS = 2


def main():
    wildcards = WildcardManager(root_map={"": [ORDER["wildcards"]]} if ORDER["wildcards"] else {})
    wall, processor = [], []
    for _ in range(ROUNDS):
        generator = CombinatorialPromptGenerator(wildcard_manager=wildcards)
        clock, used = time.perf_counter(), time.process_time()
        prompts = generator.generate(ORDER["template"], max_prompts=ORDER["prompts"])
        wall.append(time.perf_counter() - clock)
        processor.append(time.process_time() - used)
        assert len(prompts) == ORDER["prompts"], len(prompts)
    print(json.dumps([min(wall), min(processor)]))


main()
