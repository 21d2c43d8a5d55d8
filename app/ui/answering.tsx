'use client'
import { usePathname } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { aideWords } from '@/lib/words/aide'
import { Notice } from './notice'

const Answering = createContext('')

/** Under which consent the page was drawn; '' for oneself. Every form sends it, so that none is saved for another. */
export function AnsweringField() {
  return <input type="hidden" name="answering" value={useContext(Answering)} />
}

/**
 * What a page is drawn for, for all its forms. The frame is not drawn anew with every page, so a frame that is drawn
 * tells the other tabs: one that was drawn for somebody else says so, and loads its next page whole. Where no tab can
 * be told, its forms are refused all the same.
 */
export function AnsweringUnder({ consent, children }: { consent: string; children: ReactNode }) {
  const [outdated, setOutdated] = useState(false)
  const pathname = usePathname()
  const drawnAt = useRef(pathname)
  useEffect(() => {
    if (!('BroadcastChannel' in window)) return
    const tabs = new BroadcastChannel('answering')
    tabs.onmessage = ({ data }) => setOutdated(data !== consent)
    tabs.postMessage(consent)
    return () => tabs.close()
  }, [consent])
  useEffect(() => {
    if (outdated && drawnAt.current !== pathname) window.location.reload()
    drawnAt.current = pathname
  }, [outdated, pathname])
  return (
    <Answering value={consent}>
      <div aria-live="polite" className="not-empty:mb-6">
        {outdated && (
          <Notice kind="care">
            <p>{aideWords.otherTab}</p>
          </Notice>
        )}
      </div>
      {children}
    </Answering>
  )
}
