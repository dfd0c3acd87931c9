"""Faults made on purpose: processes killed, system calls failed, disks filled; the log has to stand it all."""
