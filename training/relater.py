"""The relater: an encoder of its own for the marked pair. Tensors in, scores out.

Inputs   pieces, mask [B, P] (word pieces with the markers in them, 1 where real) · marks [B, 2] (pieces of the actor's and recipient's marker, 0 where none)
Outputs  pair [B, 16] (types) · pairmode [B, M]; log-odds before softmax
"""
import torch
from torch import nn
from transformers import AutoModel

from model import mlp, numbered, own


class Relater(nn.Module):
    def __init__(self, encoder, modes, drop=0.2):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False) if isinstance(encoder, str) else encoder
        if self.encoder.config.model_type == "mpnet":
            self.register_buffer("numbers", numbered(), persistent=False)
        h = self.encoder.config.hidden_size
        self.drop = nn.Dropout(drop)
        self.pair = nn.Sequential(mlp(3 * h, h), nn.Linear(h, 16))
        self.pairmode = nn.Linear(3 * h, modes)

    def forward(self, pieces, mask, marks):
        states = self.drop(self.encoder(input_ids=own(self, pieces), attention_mask=mask).last_hidden_state)
        real = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * real).sum(1) / real.sum(1)
        m = states.gather(1, marks.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        both = torch.cat([m[:, 0], m[:, 1], mean], -1)
        return {"pair": self.pair(both), "pairmode": self.pairmode(both)}
