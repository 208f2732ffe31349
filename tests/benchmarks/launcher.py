"""Run a command, and write its cost to a file descriptor: the first argument.

The peak memory of a process includes that of its parent at the start. So each run is started by this small process,
whose own time is not counted.
"""

import os
import sys
import time

report = int(sys.argv[1])
os.set_inheritable(report, False)
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
# The resources of the child and of its own children.
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - start
code = os.waitstatus_to_exitcode(status)
os.write(report, f"{used.ru_utime + used.ru_stime} {wall} {used.ru_maxrss} {code}".encode())
