/** What a database is, by how it is named: a file, gone at the end, or kept by a server of its own. */
export type DatabaseKind = 'file' | 'memory' | 'server';

/** The one place that tells them apart. */
export function kindOfDatabase(database: string): DatabaseKind {
  if (database === ':memory:') return 'memory';
  return /^postgres(?:ql)?:\/\//i.test(database) ? 'server' : 'file';
}
