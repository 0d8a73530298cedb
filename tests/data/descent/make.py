"""Trajectories of gradient descent by PyTorch: the network as torch.nn.functional.conv1d runs it, its gradient by autograd.

/usr/bin/python3 make.py > trajectories.csv
"""

import math

import torch

CASES = [  # filters, strides, form, seed, budget
    ([2, 2], [1, 1], "identity", 1, 20000),
    ([2, 2], [1, 1], "bombieri", 2, 4000),
    ([3, 2], [1, 1], "identity", 3, 4000),
    ([3, 2], [1, 1], "dense", 4, 4000),
    ([2, 2, 2], [1, 1, 1], "identity", 5, 4000),
    ([2, 2, 2], [1, 1, 1], "bombieri", 6, 4000),
    ([2, 2, 2], [1, 1, 1], "dense", 7, 1000),
    ([3, 3], [1, 1], "identity", 8, 4000),
    ([2, 2, 2, 2], [1, 1, 1, 1], "identity", 9, 2000),
    ([2, 2], [2, 1], "identity", 10, 4000),
    ([3, 2], [2, 1], "dense", 11, 2000),
    ([2, 3, 2], [1, 3, 1], "identity", 12, 2000),
    ([2, 2, 2], [2, 2, 1], "dense", 13, 2000),
    ([1, 3], [2, 1], "identity", 14, 4000),
    ([2, 1, 2], [3, 2, 1], "identity", 15, 2000),
    ([1, 1], [1, 1], "identity", 16, 4000),
    ([4], [1], "dense", 17, 4000),
]


def form_of(name, size):
    if name == "identity":
        return torch.eye(size)
    if name == "bombieri":
        return torch.diag(torch.tensor([1 / math.comb(size - 1, i) for i in range(size)]))
    # Small integers, so that every program starts from the same numbers.
    factor = torch.randint(-2, 3, (size, size)).double()
    return factor @ factor.T + torch.eye(size)


def response(filters, strides):
    """The end-to-end filter: the outputs of the network for the unit vectors."""
    size, product = 1, 1
    for w, stride in zip(filters, strides):
        size += (len(w) - 1) * product
        product *= stride
    signal = torch.eye(size)[:, None, :]
    for w, stride in zip(filters, strides):
        signal = torch.nn.functional.conv1d(signal, w[None, None, :], stride=stride)
    return signal[:, 0, 0]


def unit(w):
    return torch.eye(len(w))[0]


def descend(filters, strides, form, target, budget):
    form = form if torch.equal(form, torch.diag(form.diagonal())) else form / torch.linalg.eigvalsh(form)[-1]
    weights = [w.clone().requires_grad_(True) for w in filters]
    steps = 0
    while True:
        residual = response(weights, strides) - target
        loss = residual @ form @ residual
        gradient = torch.autograd.grad(loss, weights)
        norm = math.sqrt(sum(float((g * g).sum()) for g in gradient))
        if norm < 1e-10 or steps == budget:
            return weights, steps, norm
        with torch.no_grad():
            others = max(float((response(weights[:i] + [unit(w)] + weights[i + 1:], strides) ** 2).sum()) for i, w in enumerate(weights))
            step = min(0.02, 0.1 / (1 + len(weights[0]) * others + math.sqrt(max(0, float(loss)))))
            for w, g in zip(weights, gradient):
                w -= step * g
        steps += 1


def text(rows):
    return ";".join(" ".join(repr(float(x)) for x in row) for row in rows)


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    print("filters,strides,form,target,start,budget,steps,gradient,end")
    for sizes, strides, name, seed, budget in CASES:
        torch.manual_seed(seed)
        start = [torch.randn(k) for k in sizes]
        size = len(response(start, strides))
        form, target = form_of(name, size), torch.randn(size)
        end, steps, norm = descend(start, strides, form, target, budget)
        fields = [" ".join(map(str, sizes)), " ".join(map(str, strides)), text(form), text([target]), text(start), budget, steps, repr(norm), text(end)]
        print(*fields, sep=",", flush=True)


if __name__ == "__main__":
    main()
