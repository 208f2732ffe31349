"""Run the command of the arguments, then write what it cost to the descriptor that the first of them names.

A process counts as held what the one that started it held then: this one, started anew for each run, holds next to
nothing, and the time that it takes itself is not counted.
"""

import os
import sys
import time

report = int(sys.argv[1])
os.set_inheritable(report, False)
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
# What this child cost, and all that it waited for.
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - start
code = os.waitstatus_to_exitcode(status)
os.write(report, f"{used.ru_utime + used.ru_stime} {wall} {used.ru_maxrss} {code}".encode())
