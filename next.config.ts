import type { NextConfig } from 'next'

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // Another folder for another checkout or a test run, so that two builds do not share one.
  distDir: process.env.MUSTER_DIST ?? '.next',
  // The embedded database finds its engine beside its own file, which a bundle would move.
  serverExternalPackages: ['@electric-sql/pglite', 'postgres'],
  productionBrowserSourceMaps: false,
  // `npm test` checks types; a server installed without the development packages cannot.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
}
export default config
