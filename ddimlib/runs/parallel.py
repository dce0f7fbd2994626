"""One process or many: what ``torchrun`` started, behind four small verbs.

Every process draws the same global batch and works on its own slice of it, so that the run is
the same however many there are.
"""

import os
import signal
import threading
import warnings
from types import FrameType, TracebackType
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor, nn

from ddimlib.runs.devices import pick_device


class Workers:
    """The processes of a run; a context manager that joins and leaves the group."""

    def __init__(self, rank: int, count: int, device: torch.device) -> None:
        self.rank = rank
        self.count = count
        self.device = device
        self._handler: Any = None

    @classmethod
    def from_environment(cls, device_name: str) -> "Workers":
        """Read what ``torchrun`` set; without it there is one process."""
        device = pick_device(device_name)
        rank, count = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
        if device.type == "cuda" and count > 1:
            device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
        return cls(rank, count, device)

    @property
    def is_first(self) -> bool:
        """Whether this process is the one that validates, samples and writes."""
        return self.rank == 0

    def __enter__(self) -> "Workers":
        if self.count > 1:
            if self.device.type == "cuda":
                torch.cuda.set_device(self.device)
                dist.init_process_group("nccl", device_id=self.device)
            else:
                dist.init_process_group("gloo")
            if threading.current_thread() is threading.main_thread():  # nowhere else may one listen
                self._handler = signal.signal(signal.SIGTERM, self._told_to_end)
        return self

    def _told_to_end(self, number: int, frame: FrameType | None) -> None:
        """``torchrun`` may see that a process is gone before the others miss it."""
        raise RuntimeError(
            f"process {self.rank} was told to end, as all are when another process of this run was "
            "killed or failed: start the same command again, it goes on from the last checkpoint"
        )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.count == 1:
            return
        if self._handler is not None:
            signal.signal(signal.SIGTERM, self._handler)
        # What the backends say differs; "by peer" (reset, closed) is gloo's, the class is nccl's.
        if isinstance(error, dist.DistError) or (
            isinstance(error, RuntimeError) and "by peer" in str(error)
        ):
            raise RuntimeError(
                f"process {self.rank} lost another process of this run, which was killed or has "
                "failed: start the same command again, it goes on from the last checkpoint"
            ) from error
        if error is None:
            dist.destroy_process_group()

    def wrap(self, module: nn.Module) -> nn.Module:
        """Let PyTorch average gradients over processes while they are computed."""
        if self.count == 1:
            return module
        if self.device.type == "cuda":
            module = nn.SyncBatchNorm.convert_sync_batchnorm(module)
        elif any(isinstance(part, nn.BatchNorm2d) for part in module.modules()):
            warnings.warn(
                "batch norm looks across processes on GPUs only: here each process normalises "
                "with the statistics of its own share of a batch; --norm group has no such limit",
                stacklevel=2,
            )
        return nn.parallel.DistributedDataParallel(module)

    def share(self, batch: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        """This process's slice of a global batch.

        Raises:
            ValueError: when there are fewer pictures than processes.
        """
        if self.count == 1:
            return batch
        if len(batch[0]) < self.count:
            raise ValueError(
                f"a batch of {len(batch[0])} cannot be shared among {self.count} processes: "
                "choose a batch_size that leaves at least one picture a process, "
                "also in the last batch of an epoch"
            )
        return tuple(tensor.tensor_split(self.count)[self.rank] for tensor in batch)

    def mean(self, values: Tensor) -> Tensor:
        """The mean over all processes."""
        if self.count > 1:
            dist.all_reduce(values)
            values = values / self.count
        return values

    def check_same(self, value: int, what: str, folder: str) -> None:
        """Make sure that every process has the same number.

        Raises:
            ValueError: when they differ, as they do where machines do not share the folder.
        """
        if self.count == 1:
            return
        values = torch.tensor([value, -value], device=self.device)
        dist.all_reduce(values, dist.ReduceOp.MAX)
        highest, lowest = values[0].item(), -values[1].item()
        if highest != lowest:
            raise ValueError(
                f"processes disagree about {what} ({lowest} and {highest}): all must see the same "
                f"checkpoints, so put {folder} on a disk that all machines share"
            )

    def wait(self) -> None:
        """Until every process is here."""
        if self.count > 1:
            dist.barrier()
