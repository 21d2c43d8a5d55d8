import type { Measure } from './entry'
export const measure: Measure = async () => []
