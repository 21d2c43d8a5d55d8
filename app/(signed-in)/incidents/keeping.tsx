'use client'
/**
 * A sheet that needs no network once it is open: what is typed stays in the page, and can be printed, copied and kept as a
 * file from there. Nothing is put into the browser's storage.
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/app/ui/button'
import { entryFrom } from '@/lib/incidents/form'
import type { ReportedTo } from '@/lib/vocabulary'
import { type SheetOf, sheetText, sheetWords } from '@/lib/words/incident-sheet'
import { keepingWords as words } from '@/lib/words/incidents'
import { Paper } from './paper'

type Desk = { text: () => string; changed: boolean; saved: boolean }
const OnDesk = createContext<Desk>({ text: () => '', changed: false, saved: false })

/** Around a page with a sheet: on paper there is nothing but the sheet, as it stands in the fields at that moment. */
export function Keeping(props: { start: SheetOf; sheetRef?: string; saved: boolean; children: ReactNode }) {
  const desk = useRef<HTMLDivElement>(null)
  const [paper, lay] = useState(props.start)
  const [changed, change] = useState(false)
  const { start } = props
  useEffect(() => {
    const print = () => flushSync(() => lay(sheetOn(desk.current, start)))
    window.addEventListener('beforeprint', print)
    return () => window.removeEventListener('beforeprint', print)
  }, [start])
  useEffect(() => {
    if (!changed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [changed])
  const text = () => sheetText({ ...sheetOn(desk.current, start), ref: props.sheetRef })
  return (
    <OnDesk value={{ text, changed, saved: props.saved }}>
      <div ref={desk} className="print:hidden" onInput={() => change(true)}>
        {props.children}
      </div>
      <Paper of={paper} sheetRef={props.sheetRef} />
    </OnDesk>
  )
}

/** Where the text is now, and the ways to take it away. */
export function KeepTools() {
  const { text, changed, saved } = useContext(OnDesk)
  const online = useSyncExternalStore(
    onNetwork,
    () => navigator.onLine,
    () => true,
  )
  const [told, tell] = useState('')
  const [byHand, show] = useState<string | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      show(null)
      tell(words.copied)
    } catch {
      show(text())
      tell(words.byHand)
    }
  }
  const keep = () => {
    const address = URL.createObjectURL(new Blob([text()], { type: 'text/plain;charset=utf-8' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: sheetWords.fileName })
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    tell(words.kept(sheetWords.fileName))
  }
  const where = saved ? (changed ? words.changed : words.asSaved) : words.onlyHere
  return (
    <div className="flex max-w-measure flex-col gap-3 border border-rule bg-surface p-4 noscript:hidden">
      <p>{where}</p>
      <p role="status" className="font-semibold empty:hidden">
        {online ? '' : words.offline}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button onClick={copy}>{words.copy}</Button>
        <Button onClick={keep}>{words.file}</Button>
      </div>
      <p role="status" className="text-soft empty:hidden">
        {told}
      </p>
      {byHand !== null && (
        <textarea
          ref={(area) => area?.select()}
          readOnly
          rows={12}
          aria-label={words.text}
          value={byHand}
          className="control font-mono text-aside"
        />
      )}
    </div>
  )
}

/** The sheet as it stands in the fields; as it is known where the page has no fields. */
function sheetOn(desk: HTMLElement | null, start: SheetOf): SheetOf {
  const form = desk?.querySelector('[name="activity"]')?.closest('form')
  if (!form) return start
  const { sheet, reportedTo, reportedOn } = entryFrom(new FormData(form))
  return { sheet, reportedTo: reportedTo as ReportedTo[], reportedOn: reportedOn ?? '', who: start.who }
}

function onNetwork(tell: () => void) {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
