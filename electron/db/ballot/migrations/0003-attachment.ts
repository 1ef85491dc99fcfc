/** The files of the package, in its order (`position`) and in pieces. */
export const attachmentTable = `
create table attachment_chunk (
  position integer not null,
  seq integer not null,
  bytes blob not null,
  primary key (position, seq)
) strict;
`;
