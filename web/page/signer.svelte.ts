// Who corrects on this page: a name that this browser remembers; left empty, the server signs with the name of who started it.

const key = "readout.name";
let name = $state(read());

function read(): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

export const signer = {
  get name(): string {
    return name;
  },
  set name(given: string) {
    name = given;
    try {
      localStorage.setItem(key, given);
    } catch {
      // A browser that keeps nothing: the name lasts as long as the page.
    }
  },
  signed: (): { by?: string } => (name.trim() ? { by: name.trim() } : {}),
};
