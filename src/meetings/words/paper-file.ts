import type { LossCode } from '#platform/documents/uploads/docx/losses.ts'
import type { FileWarning, LeftOutCode, RefusalCode, WarningCode } from '#platform/paper/file-findings.ts'
import type { FieldProblem } from '#platform/result.ts'
import type { AccessGap, FileAccess } from '../rules/file-access.ts'
import type { FileRole, FileWish } from '../rules/paper-file.ts'
import { gapSentences } from './file-access.ts'

/** What a file can be brought for. */
export const wishWords: Readonly<Record<FileWish, string>> = {
  paper: 'It is the paper, as a PDF',
  appendix: 'It is an appendix',
  text: 'Take the text of the paper from it',
  'as-pdf': 'It is an appendix in Word: make a PDF of it',
}

/** Advice below each wish. */
export const wishHints: Readonly<Record<FileWish, string>> = {
  paper: 'Its pages go into the pack as they are',
  appendix: 'PDF, spreadsheet (.xlsx, .ods, .csv), slides (.pptx, .odp) or picture (.png, .jpg)',
  text: 'For a Word file (.docx). You see the converted text before anything changes',
  'as-pdf': 'For a Word file (.docx). Look at the PDF before you hand it in',
}

/** What a file is to its paper. */
export const roleWords: Readonly<Record<FileRole, string>> = {
  paper: 'The paper',
  appendix: 'Appendix',
  source: 'What the text was taken from. It is not published',
}

const saidAs: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  docx: 'a Word file',
  xlsx: 'an Excel workbook',
  ods: 'an OpenDocument spreadsheet',
  pptx: 'a PowerPoint presentation',
  odp: 'an OpenDocument presentation',
  png: 'a PNG picture',
  jpg: 'a JPEG picture',
}

function nameDisagrees(details: NonNullable<FieldProblem['details']>): string {
  const is = String(details.is ?? '')
  const what = saidAs[is] ?? `a .${is} file`
  const said = String(details.said ?? '')
  const named = said === '' ? 'Its name does not say what it is' : `Its name ends in .${said}`
  return `${named}, but its content is ${what}. If that is right, rename it so that it ends in .${is}`
}

const refusals: Readonly<Record<Exclude<RefusalCode, 'file-name-disagrees'>, string>> = {
  'file-missing': 'Choose a file',
  'file-empty': 'This file is empty. Check that it was saved, then choose it again',
  'file-too-large': 'This file is larger than 50 MB. Make its pictures smaller, or divide it, then choose it again',
  'file-unknown': 'Files of this type cannot be taken. Save it as PDF, Word (.docx), a spreadsheet, slides, PNG or JPEG',
  'file-archive': 'This is an archive. Unpack it and add its files one by one',
  'file-old-office': 'This was saved in an Office format from before 2007. Open it and save it as .docx, .xlsx, .pptx or PDF',
  'file-other-image': 'Pictures of this type cannot be taken. Save it as PNG or JPEG',
  'file-encrypted': 'This file is protected by a password. Save it without one',
  'file-damaged': 'This file is damaged or incomplete. Open it in the program it comes from, save it again, and choose it again',
  'file-bomb': 'This file unpacks to far more than a paper needs. Save it anew from the program it comes from',
  'file-demanding': 'This file takes more time or memory to read than a paper may. Divide it, or save it as PDF',
  'file-macros': 'This file holds macros, which are programs. Save it without them, as .docx, .xlsx or .pptx',
  'file-entities': 'This file holds instructions that no Office program writes. Open it and save it anew',
  'file-nested': 'There is an archive hidden inside this file. Take it out, or save it as PDF',
  'file-remote': 'This file fetches parts of itself from elsewhere when it is opened. Remove those links, or save it as PDF',
  'file-image-too-large': 'This picture has more than 25 million pixels. Make it smaller, then choose it again',
  'pdf-scripts': 'This PDF holds a script, or a form that sends what is typed. Print it to a new PDF',
  'pdf-launches': 'This PDF starts another program when it is opened. Print it to a new PDF',
  'pdf-attachments': 'Other files are attached inside this PDF. Save it without attachments, and add those files themselves',
  'pdf-media': 'This PDF holds sound, film or a model. Print it to a new PDF',
  'pdf-covered-text': '',
  'checks-busy': 'Several files are being checked at this moment. Wait a minute, then choose the file again',
}

/** A sentence for a problem with a file. */
export function fileProblemWords({ code, details = {} }: FieldProblem): string | undefined {
  switch (code) {
    case 'file-name-disagrees':
      return nameDisagrees(details)
    case 'pdf-covered-text':
      return `Words lie under boxes that anybody can move away (page ${details.pages}). Delete the words in the original, then make the PDF anew`
    case 'file-not-word':
      return 'Text can be taken from a Word file (.docx) only. Choose one, or add this file as an appendix'
    case 'file-word-is-text':
      return 'A Word file is not added as it is: choose to take its text, or save it as PDF. Then choose the file again'
    case 'file-paper-is-pdf':
      return 'Only a PDF can be the paper itself. Add this as an appendix, or save it as PDF. Then choose the file again'
    case 'alternative-text-missing':
      return 'Say in words what the picture shows, then choose the file again. Whoever cannot see it reads this instead'
    case 'too-many-files':
      return `A paper has at most ${details.max} files. Remove one first`
    case 'file-without-text':
      return 'There is no text in this Word file. If it holds pictures only, save it as PDF and add that'
    case 'converter-failed':
      return 'No PDF could be made of this Word file. Save it as PDF in Word and add that'
    case 'no-proposal':
      return 'No converted text waits for you any more'
    case 'files-unconfirmed':
      return `${details.count === 1 ? 'A file hides' : `${details.count} files hide`} something that would be published. Look at the files and confirm, or replace them`
    default:
      return (refusals as Readonly<Record<string, string>>)[code]
  }
}

const fixes: Readonly<Record<AccessGap, string>> = {
  'picture-of-text': 'Bring the document that it was printed from, or have the scan read by a program that recognises text',
  'some-pictures': 'Bring the document that they were printed from, or have them read by a program that recognises text',
  'not-tagged': 'Save it from Word or LibreOffice with tags for accessibility switched on, not through a printer',
  'no-title': 'Give the document a title in its properties before you save it as PDF',
  'no-language': 'Set the language of the document before you save it as PDF',
}

/** What keeps people from reading a file, each with what its author can do about it. */
export function fixSentences(access: Pick<FileAccess, 'gaps' | 'pictures'>): readonly string[] {
  const said = gapSentences(access)
  return access.gaps.map((gap, index) => `${said[index]}. ${fixes[gap]}.`)
}

type Say = (count: number) => string
const some =
  (one: string, many: string): Say =>
  (count) =>
    count === 1 ? `1 ${one}` : `${count} ${many}`

const hidden: Readonly<Record<WarningCode, Say>> = {
  'hidden-sheets': some('hidden sheet', 'hidden sheets'),
  'hidden-rows': some('hidden row or column', 'hidden rows or columns'),
  'hidden-slides': some('hidden slide', 'hidden slides'),
  'hidden-text': some('piece of hidden text', 'pieces of hidden text'),
  comments: some('comment', 'comments'),
  'tracked-changes': some('tracked change', 'tracked changes, with the words that were deleted'),
  'speaker-notes': some('slide with notes for the speaker', 'slides with notes for the speaker'),
  'pivot-data': () => 'The whole data behind a pivot table, also where only totals show',
  'embedded-workbooks': some('whole workbook behind a chart or table', 'whole workbooks behind charts or tables'),
  'embedded-objects': some('embedded file', 'embedded files'),
  'external-links': some('link to another file', 'links to other files, with their addresses'),
  formulas: some('cell that a spreadsheet program would read as a formula', 'cells that a spreadsheet program would read as formulas'),
  'pdf-text-beneath': () =>
    'there is text beneath a painted rectangle or a picture. It looks hidden, and anybody can copy it. Delete it in the original, then make the PDF anew',
  'pdf-text-unseen': () =>
    'there is text that cannot be seen: it has the colour of what is behind it, or is set to be invisible. Anybody can copy it. Delete it in the original, then make the PDF anew',
  'pdf-comments': () => 'Comments or drawings of readers',
  'pdf-form': some('form field with what was typed into it', 'form fields with what was typed into them'),
  'pdf-cropped-text': () => 'Words outside the cropped page, which are still in the file',
  'pdf-hidden-layers': some('layer that is switched off', 'layers that are switched off'),
  'pdf-earlier-versions': () => 'Earlier versions of the document, saved underneath',
}

const pagesInWords = (pages: readonly number[] | undefined): string =>
  pages === undefined ? '' : pages.length === 1 ? ` (page ${pages[0]})` : ` (pages ${pages.join(', ')})`

/** What a file hides, as a line of a list. */
export function warningWords({ code, count = 1, pages }: FileWarning): string {
  const words = hidden[code]?.(count) ?? 'Something hidden'
  if (code === 'pdf-text-beneath' || code === 'pdf-text-unseen')
    return `On ${pages?.length === 1 ? `page ${pages[0]}` : `pages ${(pages ?? []).join(', ')}`} ${words}`
  return `${words}${pagesInWords(pages)}`
}

const left: Readonly<Record<LeftOutCode, string>> = {
  properties: 'what its properties say of people and computers',
  signatures: 'its electronic signature, which holds for the original alone',
  'earlier-versions': 'the earlier versions saved underneath',
}

/** What was left out of the copy that readers get, as the end of a sentence. */
export function leftOutWords(codes: readonly LeftOutCode[]): string {
  return new Intl.ListFormat('en-GB').format(codes.flatMap((code) => left[code] ?? []))
}

const lost: Readonly<Record<LossCode, Say>> = {
  'tracked-changes': some(
    'tracked change: insertions were accepted, deletions left out',
    'tracked changes: insertions were accepted, deletions left out',
  ),
  comments: some('comment was left out', 'comments were left out'),
  'text-boxes': () => 'Text boxes: check that their words stand in the right place',
  pictures: some(
    'picture was left out: add it as a file of its own, with words for it',
    'pictures were left out: add them as files of their own, with words for them',
  ),
  charts: some('chart was left out: add it as a picture, or as a table', 'charts were left out: add them as pictures, or as tables'),
  drawings: some('drawing was left out', 'drawings were left out'),
  equations: some('equation was left out', 'equations were left out'),
  objects: some('embedded object was left out', 'embedded objects were left out'),
  'merged-cells': () => 'Merged cells of tables were divided: check the tables',
  contents: () => 'The table of contents was left out: one is made from the headings',
  'line-breaks': some('line break inside a paragraph became a space', 'line breaks inside paragraphs became spaces'),
  headers: () => 'Headers and footers were left out',
  'heading-moved': () => 'A heading skipped a level and was moved up',
  'link-dropped': () => 'A link became plain words',
  'wide-table': () => 'A table with more than 20 columns became lines',
  'deep-list': () => 'Points more than four levels deep were moved up',
}

/** What was lost in converting, as a line of a list. */
export function lossWords({ code, count, words }: { readonly code: string; readonly count: number; readonly words?: string }): string {
  const sentence = (lost as Readonly<Record<string, Say>>)[code]?.(count) ?? 'Something was left out'
  return words ? `${sentence}: ‘${words}’` : sentence
}
