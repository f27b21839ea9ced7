// Bytes → the same with a few faults, as discs, nets and attackers make them: bits turned, runs cut, doubled, moved, overwritten with what often breaks parsers.
import fc from "fast-check";

const troubling = [
  ...'0|-1|2147483648|9999999999999999999|<|>|<!--|-->|<![CDATA[|]]>|&#x0;|&#xD800;|"|\'|{|}|[|]|\\|\\u0000|%00|\r\n|\r\n\r\n|\0|null|NaN|1e999|obj<<|>>|stream|endstream|/Length 0|/Kids[1 0 R]|WARC/1.0|Content-Length: 1|,|;|\t|""|=1+1'.split(
    "|",
  ),
].map((text) => Buffer.from(text, "latin1"));

type Fault = (bytes: Buffer) => Buffer;
/** Where in a file of any length. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const length = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 }));
const at = (bytes: Buffer, where: number): number => Math.floor(where * (bytes.length + 1));
const splice = (bytes: Buffer, from: number, many: number, put: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(Math.min(bytes.length, from + many))]);

const fault: fc.Arbitrary<Fault> = fc.oneof<fc.Arbitrary<Fault>[]>(
  fc.tuple(place, fc.nat(7)).map(
    ([where, bit]): Fault =>
      (bytes) => {
        const turned = Buffer.from(bytes);
        const i = Math.min(turned.length - 1, at(turned, where));
        if (i >= 0) turned[i]! ^= 1 << bit;
        return turned;
      },
  ),
  fc.tuple(place, fc.nat(255)).map(
    ([where, byte]): Fault =>
      (bytes) =>
        splice(bytes, at(bytes, where), 1, Uint8Array.of(byte)),
  ),
  fc.tuple(place, length).map(
    ([where, many]): Fault =>
      (bytes) =>
        splice(bytes, at(bytes, where), many, Buffer.alloc(0)),
  ),
  place.map(
    (where): Fault =>
      (bytes) =>
        bytes.subarray(0, at(bytes, where)),
  ),
  fc.tuple(place, place, length).map(
    ([from, to, many]): Fault =>
      (bytes) =>
        splice(bytes, at(bytes, to), 0, bytes.subarray(at(bytes, from), at(bytes, from) + many)),
  ),
  fc.tuple(place, fc.constantFrom(...troubling), fc.constantFrom(0, 1, 4)).map(
    ([where, put, over]): Fault =>
      (bytes) =>
        splice(bytes, at(bytes, where), over, put),
  ),
  fc.tuple(place, fc.constantFrom(...troubling), fc.integer({ min: 2, max: 300 })).map(
    ([where, put, times]): Fault =>
      (bytes) =>
        splice(bytes, at(bytes, where), 0, Buffer.concat(Array.from({ length: times }, () => put))),
  ),
);

/** `whole` with none to six faults. */
export const mutated = (whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(whole, fc.array(fault, { maxLength: 6 }))
    .map(([bytes, faults]) => faults.reduce<Buffer>((now, make) => make(now), Buffer.from(bytes)));
