import { DOMParser, type ParseOptions, type Slice } from 'prosemirror-model'
import type { EditorProps } from 'prosemirror-view'
import { schema } from './schema.ts'
import { quiet, tidyPasted } from './tidy-pasted.ts'
import type { PasteLoss } from './words.ts'

/**
 * How the editor takes what is pasted. ProseMirror parses it into an inert document with its own policy of trusted types; ours works
 * on that document and so needs none.
 * @param tell - told what was left out, once a paste
 */
export function clipboardProps(tell: (loss: PasteLoss) => void): Pick<EditorProps, 'transformPastedHTML' | 'clipboardParser'> {
  const parser = DOMParser.fromSchema(schema)
  const tidied: DOMParser = Object.assign(Object.create(parser) as DOMParser, {
    parseSlice(dom: Node, options?: ParseOptions): Slice {
      // Copies from this editor say so and are taken as they are.
      const pasted = dom as Element
      if (pasted.querySelector('[data-pm-slice]') === null) tell(tidyPasted(pasted))
      return parser.parseSlice(dom, options)
    },
  })
  return { transformPastedHTML: quiet, clipboardParser: tidied }
}
