// import { openReader, readDocument } from "readout": the program in a program. Reader and record types; nothing that is not the contract's.
export type { ActorFile, Fault } from "./actors/own-types.ts";
export type { Actor, Mention } from "./actors/types.ts";
export type { Auxiliary, EventType, Voice } from "./codebook.ts";
export { readDocument } from "./document/document.ts";
export type { Document, Known } from "./document/types.ts";
export type { Event, Participant, Statement } from "./events/types.ts";
export { openReader, type Reader, type ReaderOptions, read } from "./read.ts";
export type { Commitment, Position, Reaction, ReadoutRecord, SentenceVoice, UncodedReaction } from "./record/types.ts";
export type { Span } from "./span.ts";
export { ModelError } from "./tag/labels.ts";
export type { MarkedPair, Relation, SentencesRead } from "./tag/types.ts";
