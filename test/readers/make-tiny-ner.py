"""A BERT of eight units that tags a few made-up names: a real ONNX model for transformers.js, without a download."""
import json, os, sys
import torch
from transformers import BertConfig, BertForTokenClassification

torch.set_num_threads(1)
out = sys.argv[1]
os.makedirs(f"{out}/onnx", exist_ok=True)
words = "한빛 ##시 ##는 ##를 ##와 ##로 ##의 ##을 ##이 ##은 박 ##도 ##윤 이 ##서 ##준 시장 ##장 오늘 협약 ##맺 ##었다 맺 와 를 가 핀란드 MOU . , ( ) ‘ ’ “ ” 말 ##했 ##다 회의 열".split()
vocab = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]
labels = ["O", "B-PS", "I-PS", "B-OG", "I-OG", "B-LC", "I-LC"]
gold = {"박": 1, "##도": 2, "##윤": 2, "이": 1, "##서": 2, "##준": 2, "한빛": 3, "##시": 4, "핀란드": 5, "[UNK]": 5}
config = BertConfig(vocab_size=len(vocab), hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8,
    max_position_embeddings=128, num_labels=len(labels), id2label=dict(enumerate(labels)), label2id={l: i for i, l in enumerate(labels)})
model = BertForTokenClassification(config)
# Not trained but written: a word's embedding is its label, no layer adds to it, the classifier reads it off.
with torch.no_grad():
    for name, weight in model.named_parameters():
        if "LayerNorm" not in name: weight.zero_()
    for i, word in enumerate(vocab): model.bert.embeddings.word_embeddings.weight[i, gold.get(word, 0)] = 1
    for i in range(len(labels)): model.classifier.weight[i, i] = 5
model.eval()
ids = torch.randint(1, len(vocab), (2, 7))
mask, kinds = torch.ones_like(ids), torch.zeros_like(ids)
class Logits(torch.nn.Module):
    def __init__(self, inner): super().__init__(); self.inner = inner
    def forward(self, input_ids, attention_mask, token_type_ids): return self.inner(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).logits
axes = {0: "batch", 1: "length"}
names = ["input_ids", "attention_mask", "token_type_ids"]
torch.onnx.export(Logits(model), (ids, mask, kinds), f"{out}/onnx/model.onnx", input_names=names, output_names=["logits"],
    dynamic_axes={name: axes for name in [*names, "logits"]}, opset_version=17, dynamo=False)
tokens = {word: i for i, word in enumerate(vocab)}
special = lambda word: {"id": tokens[word], "content": word, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
json.dump({"version": "1.0", "truncation": None, "padding": None, "added_tokens": [special(w) for w in vocab[:5]],
  "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": False, "lowercase": False},
  "pre_tokenizer": {"type": "BertPreTokenizer"},
  "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
    "pair": [], "special_tokens": {w: {"id": w, "ids": [tokens[w]], "tokens": [w]} for w in ("[CLS]", "[SEP]")}},
  "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
  "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": tokens}}, open(f"{out}/tokenizer.json", "w"), ensure_ascii=False)
json.dump({"tokenizer_class": "BertTokenizer", "model_max_length": 128, "unk_token": "[UNK]", "sep_token": "[SEP]", "pad_token": "[PAD]", "cls_token": "[CLS]", "mask_token": "[MASK]", "do_lower_case": False}, open(f"{out}/tokenizer_config.json", "w"))
json.dump({**json.loads(config.to_json_string()), "architectures": ["BertForTokenClassification"], "model_type": "bert"}, open(f"{out}/config.json", "w"))
