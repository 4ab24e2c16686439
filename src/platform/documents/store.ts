/** Files, named by the sha-256 of their content: the same bytes are kept once, and never change (requirement X4). */
export interface DocumentStore {
  /** Keeps the bytes, safe before it resolves. Hold the result with `hold` in a transaction, or the sweep takes it after a day. */
  put(bytes: Uint8Array, mediaType: string): Promise<StoredDocument>
  /** The same for a file that lies on disk, which is copied and never held in memory. */
  putFile(path: string, mediaType: string): Promise<StoredDocument>
  /**
   * The bytes; checked against their name, so that a damaged file is never served.
   * @throws NotFound where there is no such document.
   */
  open(sha256: string): Promise<Uint8Array>
  /**
   * The same bytes as a stream, checked against their name before the first of them leaves: for answers, of which many are on their way at once.
   * @throws NotFound where there is no such document.
   */
  stream(sha256: string): Promise<ReadableStream<Uint8Array>>
  /** Length in bytes, without opening it; 0 where there is no such document. */
  size(sha256: string): Promise<number>
  /** Everything that is stored and was not put anew since `before`. */
  olderThan(before: Temporal.Instant): AsyncIterable<string>
  /**
   * Deletes for ever, unless `stillWanted` says yes, or it was put anew since `before`. A store that cannot take a document out of reach while it
   * asks sets it aside first and deletes it when it is asked again a day later; meanwhile it can still be read.
   * @returns whether it is gone now.
   */
  remove(sha256: string, before: Temporal.Instant, stillWanted: () => Promise<boolean>): Promise<boolean>
  /** Looks whether documents can be read and kept at this moment. @throws DocumentsUnreachable with a sentence for the operator. */
  reach(): Promise<void>
}

/** A store with what backups, restores and the end of the sample need; requests have no use for it. */
export interface WholeStore extends DocumentStore {
  /** Whether there is such a document, damaged or not. */
  has(sha256: string): Promise<boolean>
  /** Keeps a document that comes piece by piece. @throws DocumentDamaged where it is not what its name says; nothing is then kept. */
  bring(sha256: string, content: AsyncIterable<Uint8Array>): Promise<void>
  /** Deletes at once, whoever holds it: for a restore that came to nothing. */
  drop(sha256: string): Promise<void>
  /** Deletes at once every document but these, and what was left of writes cut short. */
  keepOnly(wanted: ReadonlySet<string>): Promise<void>
}

/** The bytes of a document are not those that its name says: it is never served. */
export class DocumentDamaged extends Error {}

/** The store does not answer, or refuses what it was told; nothing was kept. The message is a sentence for the operator, without any secret. */
export class DocumentsUnreachable extends Error {}

/** Whether this is the name of a document: 64 hexadecimal digits. */
export function isDocumentName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}

/** What was put. */
export interface StoredDocument {
  /** 64 hexadecimal digits. */
  readonly sha256: string
  /** Length in bytes. */
  readonly size: number
  /** As given; the holder's own row keeps it, for the same bytes may be held as different things. */
  readonly mediaType: string
}
