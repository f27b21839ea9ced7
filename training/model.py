"""The reader: one small encoder, syntax and names on a middle layer, acts, attributions and voice on the last. Tensors in, scores out.

Inputs   pieces, mask [B, P] (word pieces, 1 where real) · words [B, W] (number of each word's first piece, 0 where padded)
Outputs  upos [B, W, 17] · arcs [B, W, W+1] (column 0 = root) · rels [B, W, R] at the best head · names [B, W, 9] · trigger [B, W, 17] (0 = none) · mode [B, W, M] · aux [B, W, 4] ·
         cue [B, W, 3] (O B I) · grid [B, 6, W, W] (row word → column word, one plane a role) · voice [B, 7]; all are log-odds before softmax or sigmoid
Source   Dozat & Manning 2017 for the biaffine arcs.
"""
import torch
from torch import nn
from transformers import AutoModel

REACH = 24


def computes_half():
    """Whether the processor computes in half precision; elsewhere it is emulated, three times slower than whole precision."""
    return torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


class Dropped(nn.Module):
    """Dropout whose mask is a slice, from a random place on, of noise drawn once: drawing it anew takes a tenth of the training on a processor."""

    bank = {}

    def __init__(self, share):
        super().__init__()
        self.p = share

    def forward(self, x):
        if not self.training or not self.p:
            return x
        key = (self.p, x.dtype)
        if key not in self.bank or len(self.bank[key]) < 2 * x.numel():
            self.bank[key] = torch.rand(max(1 << 23, 2 * x.numel())).ge(self.p).to(x.dtype) / (1 - self.p)
        noise = self.bank[key]
        at = int(torch.randint(len(noise) - x.numel(), ()))
        return x * noise[at : at + x.numel()].view(x.shape)


def quick(model):
    """The same network, trained faster on a processor: attention in plain products (fused, its way back is slow on short rows) and without dropout of its own, cheaper masks."""
    model.encoder.set_attn_implementation("eager")
    for module in list(model.encoder.modules()):
        if type(module).__name__.endswith("SelfAttention"):
            module.dropout = nn.Dropout(0)
    for module in list(model.modules()):
        for name, part in list(module.named_children()):
            if isinstance(part, nn.Dropout):
                setattr(module, name, Dropped(part.p))


def coarse(x):
    """`x` in the 256 steps that int8 products have for what goes into them, one scale for the batch; the gradient is that of `x` itself. Source: Jacob et al. 2018."""
    low, high = x.detach().amin().clamp(max=0), x.detach().amax().clamp(min=0)
    step = ((high - low) / 255).clamp(min=1e-8)
    return x + ((x / step).round() * step - x).detach()


def like_int8(model):
    """The same network, whose encoder feels in training how the shipped program rounds what goes into its products."""
    for layer in model.encoder.encoder.layer:
        for module in layer.modules():
            if isinstance(module, nn.Linear):
                module.register_forward_pre_hook(lambda _, given: (coarse(given[0]),))


class Biaffine(nn.Module):
    def __init__(self, width, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))

    def forward(self, dependent, head):
        one = torch.ones_like(dependent[..., :1])
        dependent = torch.cat([dependent, one], -1)
        one = torch.ones_like(head[..., :1])
        head = torch.cat([head, one], -1)
        return torch.einsum("bix,oxy,bjy->boij", dependent, self.weight, head)


def mlp(inside, outside, drop=0.2):
    return nn.Sequential(nn.Linear(inside, outside), nn.GELU(), nn.Dropout(drop))


def numbered():
    """MPNet has the same word pieces under other numbers: BERT's, four further on, and its own for padding, unknown, start and end."""
    numbers = torch.arange(4, 4 + 30522)
    numbers[[0, 100, 101, 102]] = torch.tensor([1, 3, 0, 2])
    return numbers


def own(model, pieces):
    """Numbers of word pieces as our vocabulary has them in; as the model's encoder has them, out."""
    return model.numbers[pieces] if hasattr(model, "numbers") else pieces


class Reader(nn.Module):
    def __init__(self, encoder, relations, modes, syntax_layer=4, roles=6, names=9):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False) if isinstance(encoder, str) else encoder
        if self.encoder.config.model_type == "mpnet":
            self.register_buffer("numbers", numbered(), persistent=False)
        h = self.encoder.config.hidden_size
        self.syntax_layer, self.roles = syntax_layer, roles
        self.drop = nn.Dropout(0.2)
        self.upos = nn.Linear(h, 17)
        self.names = nn.Linear(h, names)
        self.arc_dep, self.arc_head = mlp(h, 256), mlp(h, 256)
        self.rel_dep, self.rel_head = mlp(h, 96), mlp(h, 96)
        self.arc = Biaffine(256, 1)
        # Labels of an arc from dependent, head and their product.
        self.rel_mix = nn.Sequential(nn.Linear(96 * 3, 192), nn.GELU(), nn.Linear(192, relations))
        self.trigger = nn.Sequential(mlp(h, h), nn.Linear(h, 17))
        self.mode = nn.Linear(h, modes)
        self.aux = nn.Sequential(mlp(h, 128), nn.Linear(128, 4))
        self.cue = nn.Linear(h, 3)
        self.grid_width = 48
        self.grid_row, self.grid_col = mlp(h, roles * self.grid_width), mlp(h, roles * self.grid_width)
        self.grid_row_bias, self.grid_col_bias = nn.Linear(h, roles), nn.Linear(h, roles)
        self.distance = nn.Embedding(2 * REACH + 1, roles)
        nn.init.zeros_(self.distance.weight)
        self.voice = nn.Sequential(mlp(2 * h, 128), nn.Linear(128, 7))

    def forward(self, pieces, mask, words):
        states = self.encoder(input_ids=own(self, pieces), attention_mask=mask, output_hidden_states=True).hidden_states
        low, high = self.drop(states[self.syntax_layer]), self.drop(states[-1])
        at = words.unsqueeze(-1).expand(-1, -1, low.shape[-1])
        lw, hw = low.gather(1, at), high.gather(1, at)

        upos, names = self.upos(lw), self.names(lw)
        heads = torch.cat([low[:, :1], lw], 1)
        arcs = self.arc(self.arc_dep(lw), self.arc_head(heads)).squeeze(1)
        arcs = arcs.masked_fill(torch.cat([torch.zeros_like(words[:, :1]), words], 1).eq(0).unsqueeze(1) & torch.arange(words.shape[1] + 1).gt(0), -1e4)
        best = arcs.argmax(-1)
        rels = self.relations(lw, heads, best)

        trigger, mode, aux, cue = self.trigger(hw), self.mode(hw), self.aux(hw), self.cue(hw)
        b, w = words.shape
        row = self.grid_row(hw).view(b, w, self.roles, self.grid_width)
        col = self.grid_col(hw).view(b, w, self.roles, self.grid_width)
        grid = torch.einsum("birx,bjrx->brij", row, col) / self.grid_width**0.5
        grid = grid + self.grid_row_bias(hw).permute(0, 2, 1).unsqueeze(-1) + self.grid_col_bias(hw).permute(0, 2, 1).unsqueeze(-2)
        place = torch.arange(w)
        far = (place.unsqueeze(0) - place.unsqueeze(1)).clamp(-REACH, REACH) + REACH
        grid = grid + self.distance(far).permute(2, 0, 1).unsqueeze(0)

        real = mask.unsqueeze(-1).to(high.dtype)
        mean = (high * real).sum(1) / real.sum(1)
        voice = self.voice(torch.cat([high[:, 0], mean], -1))
        return {"upos": upos, "arcs": arcs, "rels": rels, "names": names, "trigger": trigger, "mode": mode, "aux": aux, "cue": cue, "grid": grid, "voice": voice, "low_words": lw, "low_heads": heads}

    def relations(self, lw, heads, best):
        dependent = self.rel_dep(lw)
        head = self.rel_head(heads).gather(1, best.unsqueeze(-1).expand(-1, -1, dependent.shape[-1]))
        return self.rel_mix(torch.cat([dependent, head, dependent * head], -1))
