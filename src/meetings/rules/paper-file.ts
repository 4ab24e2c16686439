import type { FileFindings, FileKind } from '#platform/paper/file-findings.ts'
import type { Category } from './agenda.ts'

/** What a file is to its paper: the paper itself, behind it, or what its text was converted from, which is not published. */
export const fileRoles = ['paper', 'appendix', 'source'] as const
/** One role. */
export type FileRole = (typeof fileRoles)[number]

/** What somebody brings a file for; the text of a Word file becomes the text of the paper, once they have seen it, or it is appended as PDF. */
export const fileWishes = ['paper', 'appendix', 'text', 'as-pdf'] as const
/** One wish. */
export type FileWish = (typeof fileWishes)[number]

/** Most files of one version: a pack with more of them nobody reads. Chosen for the product. */
export const mostFiles = 40

/** Why a file does not serve what it was brought for; undefined when it does. */
export function refuseWish(
  wish: FileWish,
  kind: FileKind,
  alternativeText: string,
): { readonly field: string; readonly code: string } | undefined {
  if (wish === 'text' || wish === 'as-pdf') return kind === 'docx' ? undefined : { field: 'file', code: 'file-not-word' }
  if (kind === 'docx') return { field: 'wish', code: 'file-word-is-text' }
  if (wish === 'paper' && kind !== 'pdf') return { field: 'wish', code: 'file-paper-is-pdf' }
  return kind === 'image' && alternativeText === '' ? { field: 'alternativeText', code: 'alternative-text-missing' } : undefined
}

/** Whether somebody must still say that what is hidden in a file may be published: only where the public reads it. */
export function needsWord(file: { readonly role: FileRole; readonly findings: FileFindings }, category: Category): boolean {
  return category === 'public' && file.role !== 'source' && file.findings.warnings.length > 0 && file.findings.confirmedAt === undefined
}

/** A name that is safe to keep and to offer: no folders, no invisible signs, the end that its content has, at most 150 characters. */
export function tidyFileName(name: string, extension: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .toWellFormed()
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\p{Cc}\p{Cf}"<>:|?*%;]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  return `${[...stem].slice(0, 140).join('').trim() || 'file'}.${extension}`
}
