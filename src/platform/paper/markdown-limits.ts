/** The longest Markdown text of one paper, in UTF-16 units. */
export const longestMarkdown = 200_000
/** The most formatting marks a stretch of text without an empty line may have. */
export const mostMarks = 3000

const deepestContainer = 8
const widestIndent = 32
const containers = new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])(?=[ \\t>])){${deepestContainer + 1},}`, 'gm')
const indents = new RegExp(`^[ \\t]{${widestIndent},}`, 'gm')
const marks = /[*_[\]!\\&<>`+:)#-]/g

/** Text that is cheap to parse; undefined when a stretch of it has more marks than anybody writes on purpose. */
export function boundMarkdown(source: string): string | undefined {
  // The parser's time grows with the square of containers inside containers and of marks in one stretch. Containers more than
  // eight deep on a line are escaped and so shown as typed; ordinary text comes back unchanged.
  const text = source
    .replace(/\r\n?/g, '\n')
    .replace(indents, ' '.repeat(widestIndent))
    .replace(containers, (found) => found.replace(/[>*+\-.)]/g, '\\$&'))
  const crowded = text.split(/\n[ \t]*\n/).some((stretch) => stretch.length > mostMarks && (stretch.match(marks)?.length ?? 0) > mostMarks)
  return crowded ? undefined : text
}
