"""The tagger's network in PyTorch (float); docs/model-format.md numbers the same steps."""
import torch
import torch.nn.functional as F
from torch import nn

from config import (
    BIGRAM_ROWS, BIGRAM_WIDTH, CHAR_WIDTH, CHARS, DILATIONS, LABELS, POSITIONS, SHAPES, TAIL_ROWS, WIDTHS, WORDS,
)


def neighbours(x: torch.Tensor, step: int) -> torch.Tensor:
    """[..., T, k] → [..., T, 3k]: the rows at t − step, t and t + step, zeros outside."""
    padded = F.pad(x, (0, 0, step, step))
    return torch.cat([padded[..., : x.shape[-2], :], x, padded[..., 2 * step :, :]], -1)


def drop_channels(x: torch.Tensor, share: float, training: bool) -> torch.Tensor:
    """Drops whole channels of a sequence [B, T, k]: one draw a sequence and channel, which costs a hundredth of element-wise dropout."""
    if not training or share == 0:
        return x
    keep = (torch.rand(x.shape[0], 1, x.shape[-1]) >= share).float() / (1 - share)
    return x * keep


class FlatConvolution(torch.autograd.Function):
    """The product of neighbours(x, step) and a weight, for one long sequence [T, k], without building the neighbours."""

    @staticmethod
    def forward(context, x, weight, bias, step):
        context.save_for_backward(x, weight)
        context.step = step
        k = x.shape[1]
        y = torch.addmm(bias, x, weight[:, k : 2 * k].T)
        y[step:].addmm_(x[:-step], weight[:, :k].T)
        y[:-step].addmm_(x[step:], weight[:, 2 * k :].T)
        return y

    @staticmethod
    def backward(context, g):
        x, weight = context.saved_tensors
        step, k = context.step, x.shape[1]
        dx = g @ weight[:, k : 2 * k]
        dx[:-step].addmm_(g[step:], weight[:, :k])
        dx[step:].addmm_(g[:-step], weight[:, 2 * k :])
        dw = torch.cat([g[step:].T @ x[:-step], g.T @ x, g[:-step].T @ x[step:]], 1)
        return dx, dw, g.sum(0), None


class TokenEncoder(nn.Module):
    """Steps 1–3: ids [B, T, 7] → h [B, T, d]."""

    def __init__(self, tags: int, semantics: int, d: int):
        super().__init__()
        rows = {
            "word": WORDS, "tag": 4 + tags, "semantic": 4 + semantics,
            "first": CHARS, "last": CHARS, "tail": TAIL_ROWS, "shape": SHAPES,
        }
        self.tables = nn.ModuleDict({k: nn.Embedding(n, WIDTHS[k]) for k, n in rows.items()})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.3)
        self.input = nn.Linear(sum(WIDTHS.values()), d)
        self.input_norm = nn.LayerNorm(d)
        self.convolutions = nn.ModuleList(nn.Linear(3 * d, d) for _ in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in DILATIONS)

    def forward(self, ids: torch.Tensor, drop: float = 0.0) -> torch.Tensor:
        x = torch.cat([table(ids[..., i]) for i, table in enumerate(self.tables.values())], -1)
        h = self.input_norm(F.relu(self.input(drop_channels(x, drop, self.training))))
        for dilation, layer, norm in zip(DILATIONS, self.convolutions, self.norms):
            if h.dim() == 2:
                y = F.relu(FlatConvolution.apply(h, layer.weight, layer.bias, dilation), inplace=True)
            else:
                y = F.relu(layer(neighbours(h, dilation)))
            h = norm(h + drop_channels(y, drop, self.training))
        return h


class Tagger(nn.Module):
    """Steps 4–7 over a TokenEncoder, and the fine classes of spans."""

    def __init__(self, encoder: TokenEncoder, d: int, e: int, fine: int):
        super().__init__()
        self.encoder = encoder
        self.up = nn.Linear(d, e)
        self.char = nn.Embedding(CHARS, CHAR_WIDTH)
        self.bigram = nn.Embedding(BIGRAM_ROWS, BIGRAM_WIDTH)
        self.position = nn.Embedding(POSITIONS, e)
        nn.init.normal_(self.char.weight, std=0.3)
        nn.init.normal_(self.bigram.weight, std=0.3)
        nn.init.normal_(self.position.weight, std=0.1)
        self.char_input = nn.Linear(3 * (CHAR_WIDTH + BIGRAM_WIDTH), e)
        self.char_conv = nn.Linear(3 * e, e)
        self.char_norm = nn.LayerNorm(e)
        self.out = nn.Linear(e, len(LABELS))
        self.fine = nn.Linear(e + 2 * d, fine)

    def forward(self, tokens, characters, token_of, positions, drop: float = 0.0):
        """tokens [B,T,7]; characters [B,C,2]; token_of [B,C], −1 for white space; positions [B,C] → h, c, logits [B,C,L]."""
        h = self.encoder(tokens, drop)
        u = self.up(drop_channels(h, drop, self.training))
        gathered = torch.gather(u, 1, token_of.clamp(min=0).unsqueeze(-1).expand(-1, -1, u.shape[-1]))
        gathered = gathered * (token_of >= 0).unsqueeze(-1)
        x = torch.cat([self.char(characters[..., 0]), self.bigram(characters[..., 1])], -1)
        x = drop_channels(x, drop, self.training)
        c = F.relu(self.char_input(neighbours(x, 1)) + gathered + self.position(positions))
        c = self.char_norm(c + drop_channels(F.relu(self.char_conv(neighbours(c, 1))), drop, self.training))
        return h, c, self.out(drop_channels(c, drop, self.training))
