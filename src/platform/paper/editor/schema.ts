import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'
import { safeHref } from '../faults.ts'
import { plain, type Run, run } from '../tree.ts'

// The document of the editor is the tree of a paper, node by node, so that nothing can be typed which cannot be kept.

const cellNodes = tableNodes({
  tableGroup: 'block',
  cellContent: 'inline*',
  cellAttributes: {
    // A column of figures; said by its first row, carried by every cell so that it is seen.
    end: {
      default: false,
      getFromDOM: (cell) => cell.classList.contains('paper__figure') || cell.getAttribute('align') === 'right',
      setDOMAttr: (value, attributes) => {
        if (value === true) attributes.class = 'paper__figure'
      },
    },
  },
})

const headingTags = [1, 2, 3, 4, 5, 6].map((level) => ({
  tag: `h${level}`,
  // Our own headings stand one level lower on the page than in the tree; a copy of one says its level.
  getAttrs: (dom: HTMLElement) => ({ level: Math.min(4, Number(dom.dataset.level) || level) }),
}))

const blocks = {
  paragraph: {
    group: 'block',
    content: 'inline*',
    attrs: { numbered: { default: false } },
    parseDOM: [{ tag: 'p.gt-numbered', attrs: { numbered: true }, priority: 60 }, { tag: 'p' }],
    toDOM: (node) => ['p', node.attrs.numbered === true ? { class: 'gt-numbered' } : {}, 0],
  },
  heading: {
    group: 'block',
    content: 'inline*',
    marks: 'em link',
    defining: true,
    attrs: { level: { default: 1 } },
    parseDOM: headingTags,
    toDOM: (node) => [`h${Number(node.attrs.level) + 1}`, { 'data-level': String(node.attrs.level) }, 0],
  },
  caption: {
    group: 'block',
    content: 'text*',
    parseDOM: [{ tag: 'p.gt-caption', priority: 60 }, { tag: 'caption' }],
    toDOM: () => ['p', { class: 'gt-caption' }, 0],
  },
} satisfies Record<string, NodeSpec>

const lists = {
  bullet_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  recommendations: {
    group: 'block',
    content: 'recommendation+',
    parseDOM: [{ tag: 'ol[type=a]', priority: 60 }],
    toDOM: () => ['ol', { type: 'a', class: 'paper__recommendations' }, 0],
  },
  ordered_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
  list_item: {
    content: 'paragraph (bullet_list | ordered_list)*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  recommendation: {
    content: 'paragraph',
    defining: true,
    parseDOM: [{ tag: 'li', context: 'recommendations/', priority: 60 }],
    toDOM: () => ['li', 0],
  },
} satisfies Record<string, NodeSpec>

const noteWords = (content: unknown): string => plain(content as readonly Run[])

const inlines = {
  note: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { content: { default: [] } },
    parseDOM: [{ tag: 'sup[data-note]', getAttrs: (dom: HTMLElement) => ({ content: [run(dom.dataset.note || ' ')] }) }],
    toDOM: (node) => {
      const said = noteWords(node.attrs.content)
      return ['sup', { class: 'gt-note', title: `Note: ${said}`, 'data-note': said }, '†']
    },
  },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom: HTMLElement) => {
          const href = dom.getAttribute('href') ?? ''
          return safeHref.test(href) && href.length <= 2000 ? { href } : false
        },
      },
    ],
    toDOM: (mark) => ['a', { href: String(mark.attrs.href), rel: 'noopener' }, 0],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
} satisfies Record<string, MarkSpec>

/** The shape of what is written in the editor. */
export const schema = new Schema({
  nodes: { doc: { content: 'block+' }, ...blocks, ...lists, ...cellNodes, ...inlines },
  marks,
})

/** Whether a node is of a kind. */
export function isKind(node: { readonly type: { readonly name: string } } | null | undefined, kind: keyof typeof schema.nodes): boolean {
  return node?.type.name === kind
}
