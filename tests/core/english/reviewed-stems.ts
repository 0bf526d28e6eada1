/** Terms whose words were looked through by hand and mean the same, or nearly so, as "account" and "accounting". */
export const reviewedStems: ReadonlySet<string> = new Set(
  `
    access accus alleg announc answer applic assembl brief bring calcul care certif collect colour comfort commit
    confid consid contribut critic delet depend die differ direct disappoint dismiss elect electr employ even
    except expect exult fear fli frustrat generat govern great hope ident important institut insur investig kill
    kind lie mediat meet monger moor morn nation need new offer oper option order poor power predict project
    propos protect public publish quarter refer refus regist report resent restor sceptic season senat serious set
    suggest support suppos take thank thing tired warn water weak wed worri
  `
    .trim()
    .split(/\s+/),
);
