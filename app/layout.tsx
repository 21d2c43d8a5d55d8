import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { product } from '@/lib/words/shell'
import { Footer } from './ui/footer'
import { themeCookie, themeOf } from './ui/theme'

export const metadata: Metadata = {
  title: { default: product, template: `%s – ${product}` },
  robots: { index: false, follow: false },
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
  // Phones would make links of numbers and dates.
  formatDetection: { telephone: false, date: false, address: false, email: false },
}
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14171a' },
  ],
}

/** Reading the cookie also makes every page on request, without which no page could carry the nonce of its answer. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(themeCookie)?.value)
  return (
    <html lang="en" data-theme={theme}>
      <body className="flex flex-col">
        {children}
        <Footer theme={theme} />
      </body>
    </html>
  )
}
