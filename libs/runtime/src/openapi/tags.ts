/** What the groups of operations are about. Every service declares them all, so that the documents go together. */
export const tags: readonly { readonly name: string; readonly description: string }[] = [
  {
    name: 'pledges',
    description: 'What states promise, from the announcement to the end of deployment or delivery.',
  },
  {
    name: 'conferences',
    description: 'Where pledges are made, with what was published of them and what we count.',
  },
  { name: 'ideas', description: 'What a state could promise, or is expected to, before it does.' },
  {
    name: 'gaps',
    description: 'Units and capabilities that missions seek, and the pledges set against them.',
  },
  { name: 'visits', description: 'Visits at which the Secretariat looks at units before it relies on them.' },
  { name: 'rotations', description: 'Capabilities that several states hold in turn.' },
  { name: 'needs', description: 'Training, equipment and expertise that states ask for, and who offers it.' },
  { name: 'posts', description: 'Posts that experts fill: who holds them, and which are open.' },
  { name: 'findings', description: 'What was found about units, and what came of it.' },
  { name: 'missions', description: 'Their hosts, their closure, and the pledges tied to them.' },
  { name: 'registers', description: 'What texts, bodies, training centres and other things are called.' },
  { name: 'requirement-sets', description: 'What the United Nations needs, in dated editions.' },
  { name: 'work queue', description: 'What waits for whom.' },
  { name: 'reports', description: 'Figures, each with its definition and everything it counts.' },
  { name: 'session', description: 'Who has signed in, how one does, and in which role.' },
  { name: 'proof', description: 'By which anybody can check that no event was changed.' },
  { name: 'operations', description: 'For those who run the service.' },
  { name: 'health', description: 'For orchestrators: each process answers for itself.' },
];
