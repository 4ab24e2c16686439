import type { RefusalCode } from '#platform/paper/file-findings.ts'

const unreadable = 'Save it anew from the program it comes from, or as PDF, and choose it again'

/** What is said of a file of a bid that is not taken, by why. */
const refusals: Readonly<Record<RefusalCode, string>> = {
  'file-missing': 'Choose a file',
  'file-empty': 'This file is empty. Check that it was saved, then choose it again',
  'file-too-large': 'This file is larger than 10 MB. Make its pictures smaller, or divide it, then choose it again',
  'file-unknown': 'Files of this type cannot be taken. Save it as PDF, Word (.docx), a spreadsheet, slides, PNG or JPEG',
  'file-archive': 'This is an archive. Unpack it and add its files one by one',
  'file-old-office': 'This was saved in an Office format from before 2007. Save it as .docx, .xlsx, .pptx or PDF',
  'file-other-image': 'Pictures of this type cannot be taken. Save it as PNG or JPEG',
  'file-name-disagrees': 'The end of its name does not say what it is. Rename it so that it does, and choose it again',
  'file-encrypted': 'This file is protected by a password. Save it without one: nobody but you reads it before the bids are opened',
  'file-damaged': `This file is damaged or incomplete. ${unreadable}`,
  'file-bomb': `This file unpacks to far more than a bid needs. ${unreadable}`,
  'file-demanding': 'This file takes more time or memory to read than it may. Divide it, or save it as PDF',
  'file-macros': 'This file holds macros, which are programs. Save it without them, as .docx, .xlsx or .pptx',
  'file-entities': `This file holds instructions that no Office program writes. ${unreadable}`,
  'file-nested': 'There is an archive hidden inside this file. Take it out, or save it as PDF',
  'file-remote': 'This file fetches parts of itself from elsewhere when it is opened. Remove those links, or save it as PDF',
  'file-image-too-large': 'This picture has more than 25 million pixels. Make it smaller, then choose it again',
  'pdf-scripts': 'This PDF holds a script, or a form that sends what is typed. Print it to a new PDF',
  'pdf-launches': 'This PDF starts another program when it is opened. Print it to a new PDF',
  'pdf-attachments': 'Other files are attached inside this PDF. Save it without attachments, and add those files themselves',
  'pdf-media': 'This PDF holds sound, film or a model. Print it to a new PDF',
  'pdf-covered-text': 'Words lie under boxes that anybody can move away. Delete the words in the original, then make the PDF anew',
  'checks-busy': 'Several files are being checked at this moment. Wait a minute, then choose the file again',
}

/** A sentence for every problem that files of bids can have. */
export const bidFileProblems: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(refusals).map(([code, sentence]) => [`bid-${code}`, sentence])),
  'bid-file-in-time': 'The last moment for bids is over, or the call is settled: the files stand as they are',
  'bid-file-of-bid': 'Hand in the bid first: a file goes with it',
  'bid-file-most': 'Ten files go with a bid. Put several into one, or withdraw one first',
}

/** How large a file is, for example 1.2 MB. */
export const sizeInWords = (bytes: number): string =>
  bytes >= 100_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`
