/** A paper as it lies in the box: the receipt that its voter alone knows, and the candidate; null for a paper that is for nobody. */
export interface BallotPaper {
  readonly receipt: string
  readonly choice: string | null
}

/** Digits and letters that nobody takes for one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16
const UUID_BYTES = 16

/** Bytes of chance that a receipt is made of. */
export const RECEIPT_BYTES = 10

/** A receipt of 16 signs. @param chance - `RECEIPT_BYTES` random bytes */
export function receiptOf(chance: Uint8Array): string {
  let bits = chance.slice(0, RECEIPT_BYTES).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let signs = ''
  for (let index = 0; index < LENGTH; index += 1) {
    signs = (ALPHABET[Number(bits & 31n)] ?? '') + signs
    bits >>= 5n
  }
  return signs
}

/** A receipt as people typed or posted it; undefined where it is none. */
export function readReceipt(typed: string): string | undefined {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return signs.length === LENGTH && [...signs].every((sign) => ALPHABET.includes(sign)) ? signs : undefined
}

/** A receipt in groups of four, to be written down: 'H7K2-...'. */
export function shownReceipt(receipt: string): string {
  return (receipt.match(/.{4}/g) ?? []).join('-')
}

/** A paper as bytes, all of one length, so that its size tells nothing. */
export function packPaper({ receipt, choice }: BallotPaper): Buffer {
  const candidate = choice === null ? Buffer.alloc(UUID_BYTES) : Buffer.from(choice.replaceAll('-', ''), 'hex')
  if (receipt.length !== LENGTH || candidate.length !== UUID_BYTES) throw new Error('No paper has this shape.')
  return Buffer.concat([Buffer.from(receipt, 'latin1'), candidate])
}

/** The paper that bytes hold. */
export function unpackPaper(bytes: Uint8Array): BallotPaper {
  const hex = Buffer.from(bytes.subarray(LENGTH)).toString('hex')
  const choice = /^0+$/.test(hex) ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { receipt: Buffer.from(bytes.subarray(0, LENGTH)).toString('latin1'), choice }
}

/** How a result gives away what somebody voted, however well the papers are kept. */
export type Reveals = 'one-voter' | 'two-voters' | 'unanimous'

/** A ballot counted. */
export interface BallotCount {
  /** Papers for each candidate, none left out, in the order of the candidates. */
  readonly votes: readonly { readonly candidate: string; readonly votes: number }[]
  /** Papers for nobody. */
  readonly blank: number
  /** Papers in the box. */
  readonly papers: number
  /** Who has the most papers; null for a tie, or where no paper is for anybody. */
  readonly leads: string | null
  /** The candidates with the most papers where there are several; empty otherwise. */
  readonly tied: readonly string[]
  readonly reveals: Reveals | null
}

/**
 * Counts a ballot: whoever has the most papers leads; a tie is for the terms (M14, handbook 3.4). The order of the papers makes no difference.
 * @param candidates - ids of those who stand
 * @throws where a paper is for somebody who does not stand, or a receipt lies in the box twice
 */
export function countBallot(candidates: readonly string[], papers: readonly BallotPaper[]): BallotCount {
  const votes = new Map(candidates.map((candidate) => [candidate, 0]))
  let blank = 0
  for (const { choice } of papers) {
    const before = choice === null ? blank : votes.get(choice)
    if (before === undefined) throw new Error('A paper is for somebody who does not stand.')
    if (choice === null) blank += 1
    else votes.set(choice, before + 1)
  }
  if (new Set(papers.map(({ receipt }) => receipt)).size !== papers.length) throw new Error('A receipt lies in the box twice.')
  const most = Math.max(0, ...votes.values())
  const ahead = most === 0 ? [] : candidates.filter((candidate) => votes.get(candidate) === most)
  return {
    votes: candidates.map((candidate) => ({ candidate, votes: votes.get(candidate) ?? 0 })),
    blank,
    papers: papers.length,
    leads: ahead.length === 1 ? (ahead[0] ?? null) : null,
    tied: ahead.length > 1 ? ahead : [],
    reveals: revealsOf(papers),
  }
}

/** What the result alone tells of single votes: all alike, or so few that each of them knows the other's. */
function revealsOf(papers: readonly BallotPaper[]): Reveals | null {
  if (papers.length === 0) return null
  if (papers.length === 1) return 'one-voter'
  if (new Set(papers.map(({ choice }) => choice)).size === 1) return 'unanimous'
  return papers.length === 2 ? 'two-voters' : null
}
