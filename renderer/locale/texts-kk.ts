export const texts = import.meta.glob<Readonly<Record<string, unknown>>>('../../resources/locales/kk/*.json', {
  import: 'default',
  eager: true,
});
