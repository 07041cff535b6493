/** Words that say nothing about what a text is about, folded. */
const stopWords: ReadonlySet<string> = new Set(
  (
    'a ao aos aquela aquelas aquele aqueles aquilo as ate com como da das de dela delas dele deles do dos e ela elas ele ' +
    'eles em entre era eram essa essas esse esses esta estao estas este estes eu foi foram ha isso isto ja lhe lhes mais ' +
    'mas me mesmo meu meus minha minhas muito na nao nas nem no nos nossa nossas nosso nossos num numa o os ou para pela ' +
    'pelas pelo pelos per perante por porque qual quais quando que quem se seja sem sera serao seu seus so sob sobre sua ' +
    'suas tambem te tem tendo ter teve um uma umas uns vos'
  ).split(' '),
);

/** Whether search leaves this folded word out. */
export function isStopWord(folded: string): boolean {
  return stopWords.has(folded);
}
