import type { RefusalCode } from '#platform/paper/file-findings.ts'

/** Thrown inside the child where a file cannot be taken; becomes the answer. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: RefusalCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
