/** Made by `vite.config.ts` from the page files of the face being built: their declarations, and how to load each. */
declare module 'virtual:pages' {
  const pages: readonly (Readonly<Record<string, unknown>> & { readonly path: string; readonly load: () => Promise<{ readonly default: unknown }> })[];
  export default pages;
}
