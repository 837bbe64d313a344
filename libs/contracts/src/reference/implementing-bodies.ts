/** Bodies that carry out pledges which are not units: funds, offices and centres that the seeds name. Others go by their name. */

interface ImplementingBody {
  readonly code: string;
  readonly name: string;
}

const implementingBodies: readonly ImplementingBody[] = [
  { code: 'PBF', name: 'Peacebuilding Fund' },
  { code: 'ELSIE', name: 'Elsie Initiative Fund for Uniformed Women in Peace Operations' },
  { code: 'UNMAS', name: 'United Nations Mine Action Service' },
  { code: 'DOS', name: 'Department of Operational Support' },
  { code: 'DPO', name: 'Department of Peace Operations' },
  { code: 'DPPA', name: 'Department of Political and Peacebuilding Affairs' },
  { code: 'TPP', name: 'Triangular Partnership Programme' },
  { code: 'LCM', name: 'Light Coordination Mechanism' },
  { code: 'UNCAP', name: 'United Nations C4ISR Academy for Peace Operations' },
  { code: 'UN-WB', name: 'United Nations-World Bank partnership facility' },
  { code: 'JUTP', name: 'Joint United Nations Transitions Project' },
  { code: 'PDA', name: 'Joint UNDP-DPPA programme of peace and development advisers' },
  { code: 'RCO', name: 'Office of the resident coordinator' },
  { code: 'GFP', name: 'Global Focal Point for the Rule of Law' },
  { code: 'OHCHR', name: 'Office of the United Nations High Commissioner for Human Rights' },
  { code: 'UNDP', name: 'United Nations Development Programme' },
  { code: 'UNHAS', name: 'United Nations Humanitarian Air Service' },
  { code: 'AU', name: 'African Union' },
  { code: 'TF-PKO', name: 'Peacekeeping trust funds' },
  { code: 'TF-SEA', name: 'Trust fund in support of victims of sexual exploitation and abuse' },
  { code: 'UNPDF', name: 'United Nations Peace and Development Trust Fund' },
  { code: 'GENERAL', name: 'Assessed contributions to the United Nations' },
];

/** The code of a body named by its code or its name; any other body keeps the name it was given. */
export const implementingBodyOf = (stated: string): string => {
  const said = stated.trim();
  const known = implementingBodies.find(
    ({ code, name }) => code === said || name.toLowerCase() === said.toLowerCase(),
  );
  return known?.code ?? said;
};
