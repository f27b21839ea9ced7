"""Words in, word pieces out, by the encoder's own vocabulary; src/tag/pieces.ts must give the same."""
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

PAD, UNK, CLS, SEP = 0, 100, 101, 102
# The vocabulary's unused places mark the actor and the recipient of a pair: start, end, start, end.
ACTOR, ACTOR_END, RECIPIENT, RECIPIENT_END = 1, 2, 3, 4
LIMIT = 320


class Pieces:
    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    @lru_cache(maxsize=200_000)
    def word(self, word):
        return tuple(self.tokenizer.encode(word, add_special_tokens=False).ids) or (UNK,)

    def sentence(self, words, actor=None, recipient=None):
        """→ pieces, number of each word's first piece, [actor marker, recipient marker] (0 where none)."""
        ids, firsts, marks = [CLS], [], [0, 0]
        for i, w in enumerate(words):
            if actor and i == actor[0]:
                marks[0] = len(ids)
                ids.append(ACTOR)
            if recipient and i == recipient[0]:
                marks[1] = len(ids)
                ids.append(RECIPIENT)
            firsts.append(len(ids))
            ids.extend(self.word(w)[:12])
            if actor and i == actor[1]:
                ids.append(ACTOR_END)
            if recipient and i == recipient[1]:
                ids.append(RECIPIENT_END)
        return ids + [SEP], firsts, marks
