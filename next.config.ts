import type { NextConfig } from 'next'

// Another folder for another checkout or a test run, so that two builds do not share one; see lib/installation/dist.ts.
const dist = process.env.MUSTER_DIST

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  distDir: dist || '.next',
  // The embedded database finds its engine beside its own file, which a bundle would move.
  serverExternalPackages: ['@electric-sql/pglite', 'postgres'],
  productionBrowserSourceMaps: false,
  // `npm test` checks types; a server installed without the development packages cannot.
  typescript: { ignoreBuildErrors: true, ...(dist && { tsconfigPath: `${dist}.tsconfig.json` }) },
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
}
export default config
