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


def product(x: torch.Tensor, layer: nn.Linear) -> torch.Tensor:
    """layer(x) with both factors rounded to bfloat16, which this kind of processor multiplies four times as fast as f32; sums are f32."""
    return F.linear(x.bfloat16(), layer.weight.bfloat16(), layer.bias.bfloat16()).float()


class Convolution(torch.autograd.Function):
    """product(neighbours(x, step), layer) of [..., T, k]; the backward pass builds no f32 neighbours."""

    @staticmethod
    def forward(context, x, weight, bias, step):
        rows, weight = neighbours(x.bfloat16(), step), weight.bfloat16()
        context.save_for_backward(rows, weight)
        context.step = step
        return F.linear(rows, weight, bias.bfloat16()).float()

    @staticmethod
    def backward(context, g):
        rows, weight = context.saved_tensors
        step, k = context.step, rows.shape[-1] // 3
        g = g.bfloat16()
        by_tap = g @ weight
        dx = by_tap[..., k : 2 * k].float()
        dx[..., :-step, :] += by_tap[..., step:, :k]
        dx[..., step:, :] += by_tap[..., :-step, 2 * k :]
        flat = g.reshape(-1, g.shape[-1])
        return dx, (flat.T @ rows.reshape(-1, 3 * k)).float(), flat.float().sum(0), None


def convolve(x: torch.Tensor, layer: nn.Linear, step: int) -> torch.Tensor:
    if x.shape[-2] <= step:
        return product(neighbours(x, step), layer)
    return Convolution.apply(x, layer.weight, layer.bias, step)


class TokenEncoder(nn.Module):
    """Steps 1–3: ids [..., T, 7] → h [..., T, d]."""

    def __init__(self, tags: int, semantics: int, d: int, dilations=DILATIONS):
        super().__init__()
        rows = {
            "word": WORDS, "tag": 4 + tags, "semantic": 4 + semantics,
            "first": CHARS, "last": CHARS, "tail": TAIL_ROWS, "shape": SHAPES,
        }
        self.dilations = tuple(dilations)
        self.tables = nn.ModuleDict({k: nn.Embedding(n, WIDTHS[k]) for k, n in rows.items()})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.3)
        self.input = nn.Linear(sum(WIDTHS.values()), d)
        self.input_norm = nn.LayerNorm(d)
        self.convolutions = nn.ModuleList(nn.Linear(3 * d, d) for _ in dilations)
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in dilations)

    def forward(self, ids: torch.Tensor, drop: float = 0.0) -> torch.Tensor:
        x = torch.cat([table(ids[..., i]) for i, table in enumerate(self.tables.values())], -1)
        h = self.input_norm(F.relu(product(drop_channels(x, drop, self.training), self.input)))
        for dilation, layer, norm in zip(self.dilations, self.convolutions, self.norms):
            h = norm(h + drop_channels(F.relu(convolve(h, layer, dilation)), drop, self.training))
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
        u = product(drop_channels(h, drop, self.training), self.up)
        gathered = torch.gather(u, 1, token_of.clamp(min=0).unsqueeze(-1).expand(-1, -1, u.shape[-1]))
        gathered = gathered * (token_of >= 0).unsqueeze(-1)
        x = torch.cat([self.char(characters[..., 0]), self.bigram(characters[..., 1])], -1)
        x = drop_channels(x, drop, self.training)
        c = F.relu(convolve(x, self.char_input, 1) + gathered + self.position(positions))
        c = self.char_norm(c + drop_channels(F.relu(convolve(c, self.char_conv, 1)), drop, self.training))
        return h, c, product(drop_channels(c, drop, self.training), self.out)


def load_tagger(path, vocabulary) -> tuple[Tagger, dict]:
    """The tagger that finetune.py or distill.py saved, ready to read with, and all that was saved with it."""
    saved = torch.load(path)
    encoder = TokenEncoder(len(vocabulary.tags), len(vocabulary.semantics), saved["width"], saved["dilations"])
    model = Tagger(encoder, saved["width"], saved["char_width"], len(saved["fine"]))
    model.load_state_dict(saved["model"])
    return model.eval(), saved
