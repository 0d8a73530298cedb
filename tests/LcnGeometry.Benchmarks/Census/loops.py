"""Gradient descent of many runs at once in NumPy and in PyTorch: stride one, Q the identity. Written without the library, as fast as it would go.

Every array has one column for each run, so that each operation works on rows of consecutive numbers; everything is computed in place. A column
whose run has ended gets a run that waits, so all columns are at work until none waits; then columns without a run are removed.
"""

import contextlib
import time

import numpy as np

MARGIN = 2  # Columns are removed when fewer than one in so many is at work.


class Protocol:
    def __init__(self, filters, max_steps, tolerance=1e-10, largest_step=0.02, factor=0.1):
        self.filters, self.max_steps = filters, max_steps
        self.tolerance, self.largest_step, self.factor = tolerance, largest_step, factor
        self.size = sum(filters) - len(filters) + 1
        self.parameters = sum(filters)
        self.offsets = [sum(filters[:layer]) for layer in range(len(filters) + 1)]
        self.stacked = len(set(filters)) == 1 and len(filters) > 2  # products of the other layers in one block, for all layers at once


class Arithmetic:
    """A step as a list of calls; NumPy and PyTorch say how to write each."""

    def __init__(self, protocol, columns):
        self.protocol, self.columns, self.calls = protocol, columns, []
        p, filters, layers = protocol, protocol.filters, len(protocol.filters)
        self.weights = self.rows(p.parameters)
        self.target = self.rows(p.size)
        self.gradient = self.rows(p.parameters)
        self.residual = self.rows(p.size)
        self.move, self.quarter = self.rows(1)[0], self.rows(1)[0]
        self.layers = [self.weights[p.offsets[i]:p.offsets[i + 1]] for i in range(layers)]
        self.build(filters, layers)

    def build(self, filters, layers):
        p = self.protocol
        if p.stacked:
            self.stack = self.block(layers, p.size - filters[0] + 1)
            others = [self.stack[layer] for layer in range(layers)]
        else:
            others = [self.rows(p.size - k + 1) for k in filters]
        if layers == 2:
            others = [self.layers[1], self.layers[0]]
        else:
            after = [None] * layers  # the products of the layers behind each
            after[layers - 2] = self.layers[-1]
            for layer in range(layers - 2, 0, -1):
                after[layer - 1] = self.product(self.layers[layer], after[layer], others[0] if layer == 1 else None)
            before = self.layers[0]
            for layer in range(1, layers - 1):
                self.product(before, after[layer], others[layer])
                before = self.product(self.layers[layer], before, others[-1] if layer == layers - 2 else None)
        smallest = min(range(layers), key=lambda layer: filters[layer])
        self.product(self.layers[smallest], others[smallest], self.residual)
        self.subtract(self.residual, self.target)
        if p.stacked:
            gradient = self.gradient.reshape(layers, filters[0], self.columns)
            for i in range(filters[0]):
                self.correlate_stack(self.stack, self.residual[i:i + self.stack.shape[1]], gradient[:, i])
            norms = self.rows(layers)
            self.squares_stack(self.stack, norms)
        else:
            norms = self.rows(layers)
            for layer in range(layers):
                for i in range(filters[layer]):
                    self.correlate(others[layer], self.residual[i:i + others[layer].shape[0]], self.gradient[p.offsets[layer] + i])
                self.squares(others[layer], norms[layer])
        loss, slowness = self.rows(1)[0], self.rows(1)[0]
        self.squares(self.residual, loss)
        self.squares(self.gradient, self.quarter)
        self.finish(norms, loss, slowness)

    def evaluate(self):
        for call, arguments in self.calls:
            call(*arguments)


class NumPyArithmetic(Arithmetic):
    einsum = False

    def rows(self, count):
        return np.zeros((count, self.columns))

    def block(self, count, rows):
        return np.zeros((count, rows, self.columns))

    def call(self, function, *arguments):
        self.calls.append((function, arguments))

    def scratch(self, *shape):
        if not hasattr(self, "buffer") or self.buffer.size < np.prod(shape):
            self.buffer = np.empty(int(np.prod(shape)))
        return self.buffer[:int(np.prod(shape))].reshape(shape)

    def product(self, layer, other, out=None):
        layer, other = sorted((layer, other), key=len)
        m, k = len(other), len(layer)
        out = self.rows(m + k - 1) if out is None else out
        self.call(np.multiply, other, layer[0], out[:m])
        for i in range(1, k):
            if m > 1:
                part = self.scratch(m - 1, self.columns)
                self.call(np.multiply, other[:m - 1], layer[i], part)
                self.call(np.add, out[i:i + m - 1], part, out[i:i + m - 1])
            self.call(np.multiply, other[m - 1], layer[i], out[i + m - 1])
        return out

    def subtract(self, rows, other):
        self.call(np.subtract, rows, other, rows)

    def correlate(self, other, residual, out):
        if self.einsum:
            self.call(c_einsum, "mb,mb->b", other, residual, out)
            return
        part = self.scratch(*other.shape)
        self.call(np.multiply, other, residual, part)
        self.call(np.add.reduce, part, 0, None, out)

    def correlate_stack(self, stack, residual, out):
        if self.einsum:
            self.call(c_einsum, "lmb,mb->lb", stack, residual, out)
            return
        part = self.scratch(*stack.shape)
        self.call(np.multiply, stack, residual, part)
        self.call(np.add.reduce, part, 1, None, out)

    def squares(self, rows, out):
        self.correlate(rows, rows, out)

    def squares_stack(self, stack, out):
        if self.einsum:
            self.call(c_einsum, "lmb,lmb->lb", stack, stack, out)
            return
        part = self.scratch(*stack.shape)
        self.call(np.multiply, stack, stack, part)
        self.call(np.add.reduce, part, 1, None, out)

    def finish(self, norms, loss, slowness):
        p = self.protocol
        self.call(np.maximum.reduce, norms, 0, None, slowness)
        self.call(np.multiply, slowness, float(p.filters[0]), slowness)
        self.call(np.sqrt, loss, loss)
        self.call(np.add, slowness, loss, slowness)
        self.call(np.add, slowness, 1.0, slowness)
        self.call(np.divide, 2 * p.factor, slowness, self.move)
        self.call(np.minimum, self.move, 2 * p.largest_step, self.move)

    def least(self):
        return np.minimum.reduce(self.quarter)

    def step(self):
        np.multiply(self.gradient, self.move, self.gradient)
        np.subtract(self.weights, self.gradient, self.weights)

    @staticmethod
    def take(array):
        return array


def c_einsum(subscripts, left, right, out):
    np.core.multiarray.c_einsum(subscripts, left, right, out=out)


class EinsumArithmetic(NumPyArithmetic):
    einsum = True


def torch_kinds(threads):
    """PyTorch's ways, as classes; imported only where PyTorch is wanted."""
    import torch

    torch.set_num_threads(threads)

    class TorchArithmetic(Arithmetic):
        """The analytic gradient in place."""

        context = staticmethod(torch.inference_mode)

        def rows(self, count):
            return torch.zeros((count, self.columns), dtype=torch.float64)

        def block(self, count, rows):
            return torch.zeros((count, rows, self.columns), dtype=torch.float64)

        def multiply(self, left, right, out):
            self.calls.append((lambda a, b, o: torch.mul(a, b, out=o), (left, right, out)))

        def accumulate(self, left, right, out):
            self.calls.append((out.addcmul_, (left, right)))

        def product(self, layer, other, out=None):
            layer, other = sorted((layer, other), key=len)
            m, k = len(other), len(layer)
            out = self.rows(m + k - 1) if out is None else out
            self.multiply(other, layer[0], out[:m])
            for i in range(1, k):
                if m > 1:
                    self.accumulate(other[:m - 1], layer[i], out[i:i + m - 1])
                self.multiply(other[m - 1], layer[i], out[i + m - 1])
            return out

        def subtract(self, rows, other):
            self.calls.append((rows.sub_, (other,)))

        def correlate(self, other, residual, out):
            self.multiply(other[0], residual[0], out)
            for j in range(1, other.shape[0]):
                self.accumulate(other[j], residual[j], out)

        def correlate_stack(self, stack, residual, out):
            self.multiply(stack[:, 0], residual[0], out)
            for j in range(1, stack.shape[1]):
                self.accumulate(stack[:, j], residual[j], out)

        def squares(self, rows, out):
            self.correlate(rows, rows, out)

        def squares_stack(self, stack, out):
            self.multiply(stack[:, 0], stack[:, 0], out)
            for j in range(1, stack.shape[1]):
                self.accumulate(stack[:, j], stack[:, j], out)

        def finish(self, norms, loss, slowness):
            p = self.protocol
            self.calls.append((lambda: torch.amax(norms, 0, out=slowness), ()))
            self.calls.append((slowness.mul_, (p.filters[0],)))
            self.calls.append((loss.sqrt_, ()))
            self.calls.append((slowness.add_, (loss,)))
            self.calls.append((slowness.add_, (1.0,)))
            self.calls.append((lambda: torch.mul(slowness.reciprocal_(), -2 * p.factor, out=self.move), ()))
            self.calls.append((self.move.clamp_min_, (-2 * p.largest_step,)))

        def least(self):
            return self.quarter.amin().item()

        def step(self):
            self.weights.addcmul_(self.gradient, self.move)

        @staticmethod
        def take(array):
            return array.numpy()

    class AutogradArithmetic(TorchArithmetic):
        """The gradient by automatic differentiation; the largest product of the other layers, for the step, beside it."""

        context = staticmethod(contextlib.nullcontext)

        def build(self, filters, layers):
            self.variable = self.weights.requires_grad_(True)

        def evaluate(self):
            p = self.protocol
            with torch.enable_grad():
                parts = [self.variable[p.offsets[i]:p.offsets[i + 1]] for i in range(len(p.filters))]
                after = [None] * len(parts)
                for layer in range(len(parts) - 1, 0, -1):
                    after[layer - 1] = parts[layer] if after[layer] is None else self.times(parts[layer], after[layer])
                residual = self.times(parts[0], after[0]) - self.target
                loss = (residual * residual).sum(0)
                gradient, = torch.autograd.grad(loss.sum(), self.variable)
            with torch.no_grad():
                self.gradient = gradient
                largest, before = (after[0] * after[0]).sum(0), None
                for layer in range(1, len(parts)):
                    before = parts[0] if layer == 1 else self.times(parts[layer - 1], before)
                    others = before if after[layer] is None else self.times(before, after[layer])
                    largest = torch.maximum(largest, (others * others).sum(0))
                # A quarter of the squared norm and twice the step, as with the half gradient.
                self.quarter = (gradient * gradient).sum(0) / 4
                self.move = torch.clamp_max(p.factor / (1 + p.filters[0] * largest + loss.sqrt()), p.largest_step)

        def times(self, layer, other):
            m, k = other.shape[0], layer.shape[0]
            padded = [torch.nn.functional.pad(other * layer[i], (0, 0, i, k - 1 - i)) for i in range(k)]
            return sum(padded[1:], padded[0])

        def step(self):
            with torch.no_grad():
                self.weights.sub_(self.gradient * self.move)

        def least(self):
            return self.quarter.amin().item()

        @staticmethod
        def take(array):
            return array.detach().numpy()

    return torch, TorchArithmetic, AutogradArithmetic


def without_graph(kind):
    """Where the loop runs: PyTorch keeps no record of what it computes in place."""
    return kind.context() if hasattr(kind, "context") else contextlib.nullcontext()


def train(kind, protocol, starts, targets, columns, report):
    """Follows all runs to their ends; returns ends and steps, and reports nanoseconds for each run and step while all columns were at work."""
    runs = len(starts)
    columns = min(columns, runs)
    ends, steps = np.empty_like(starts), np.empty(runs, dtype=np.int64)
    at = kind(protocol, columns)
    take = at.take
    run_of, waiting = np.arange(columns), columns
    take(at.weights)[:] = starts[:columns].T
    take(at.target)[:] = targets[:columns].T
    born, now = np.zeros(columns, dtype=np.int64), 0
    threshold, deadline = protocol.tolerance ** 2 / 4, protocol.max_steps
    clock, processor = time.perf_counter(), time.process_time()
    while True:
        at.evaluate()
        if now < deadline and at.least() >= threshold:
            at.step()
            now += 1
            continue
        live = run_of >= 0
        over = np.flatnonzero(live & (~(take(at.quarter) >= threshold) | (now - born >= protocol.max_steps)))
        weights = take(at.weights)
        ends[run_of[over]] = weights[:, over].T
        steps[run_of[over]] = now - born[over]
        next_runs = np.arange(waiting, min(runs, waiting + len(over)))
        waiting += len(next_runs)
        if waiting == runs and not report:
            work = columns * (now + 1) * 1e-9
            report["clock"], report["processor"] = (time.perf_counter() - clock) / work, (time.process_time() - processor) / work
        filled = over[:len(next_runs)]
        run_of[over] = -1
        if waiting == runs and len(filled) == 0 and (run_of < 0).all():
            return ends, steps
        at.step()
        now += 1
        weights[:, filled] = starts[next_runs].T
        take(at.target)[:, filled] = targets[next_runs].T
        run_of[filled], born[filled] = next_runs, now
        live, idle = np.flatnonzero(run_of >= 0), np.flatnonzero(run_of < 0)
        if len(live) * MARGIN <= len(run_of):
            old = at
            at = kind(protocol, len(live))
            take(at.weights)[:] = take(old.weights)[:, live]
            take(at.target)[:] = take(old.target)[:, live]
            run_of, born = run_of[live], born[live]
        elif len(idle):
            # A column without a run follows one that has one, so that it asks for nothing of its own.
            weights[:, idle] = weights[:, live[:1]]
            take(at.target)[:, idle] = take(at.target)[:, live[:1]]
        deadline = protocol.max_steps + born[run_of >= 0].min()
