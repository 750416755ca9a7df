/**
 * Frequent first names of persons in news, without accents. One of them at the beginning of two to four capitalized words
 * means a person.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `aaron abbas abd abdallah abdel abdelkader abdul abdulaziz abdulla abdullah abdulrahman abe abid abraham abu adam adel adnan adrian
  adriana adrianna agnes ahmad ahmed aisha akbar akram alain alan albert alberto alejandro aleksandr aleksei alex alexander alexandra
  alexandre alexei alexis alfonso alfred ali alice alison allan allen amanda amina amir amr amy ana anas anatoly anders andre andrea
  andreas andrei andres andrew andrey andy angel angela angelo anita ann anna anne anthony antoine anton antonio antony anwar ariel armando
  arnold arthur ash ashley ashraf asif asim atef avigdor ayman aziz bahram bakr barack barbara barry bart bashar basil bassam ben
  benjamin benny bernard bernardo bert bertrand beth bilal bill billy blas bob boris brad bradley brandon brendan brett brian bruce bryan burhan
  cameron carl carla carlos carmen carol caroline carolyn catherine cecilia cesar charles charlie charlotte chen cherif chester chris christian christina
  christine christophe christopher chuck cindy claire claude claudia cliff clinton colin connie craig cristina curtis cynthia cyril dale dan
  dana daniel daniela danny darren daud dave david davis dawn dean deborah debra denis denise dennis derek diana diane diego dick diego dieter
  dimitri dirk dmitri dmitry dmytro dominic dominique don donald donna doug douglas duncan dwight ed eddie edgar eduardo edward edwin eileen elena eldon eli elias elie
  eliseo elizabeth ellen emil emily emma emmanuel enrique eric erica erik ernest ernesto esther ethan eugene eva evelyn evo ezra fadi fahad faisal faiz
  fareed farid farouk fatima fawzi felipe felix fernando fidel filippo fiona florian frances francesco francis francisco franck francois frank frankie
  fred frederic frederick fuad gabriel gabriela gareth gary gavin gene geoffrey george georges gerald gerard gerhard ghassan gilbert giovanni
  giuseppe glenn gordon graham greg gregory guillaume guillermo gulbuddin gustavo guy habib hadi hafiz haider hakim halim hamid hamza hanan hani hank hans
  harold harry haroon hasan hashim hassan hatem hector heather heiko helen helena henri henrik henry herbert hilary hillary hisham howard hubert hugh
  hugo hussain hussein ian ibrahim igor ilham ilya imad imran ingrid irene irina iris isaac isabel ismail ivan jack jackie jacob jacques
  jaime jake jalal jamal james jamie jan jane janet janice jared jason javad javier jawad jay jean jeff jeffrey jennifer jens jeremy jerome jerry
  jesse jessica jesus jihad jill jim jimmy jo joan joanna joe joel johan johann john johnny jon jonathan jorge jose josef joseph
  josh joshua josie juan juana judith judy julia julian julie julien julio july jurgen justin kamal karen karim karl kate katherine kathleen kathryn
  kathy katie keith kelly ken kenneth kerry kevin khaled khalid khalil khan kim kirk kofi kristen kristin kurt kyle lamar larry
  laura lauren laurent lawrence layla lee leila leon leonard leonid leonardo leslie lewis liam lidia lila linda lindsey lisa liu liz lloyd lorenzo loretta lorraine lou louis louise
  luc lucas lucia lucy luis luiz luke lyn lynn lyse mahdi mahmood mahmoud majid malcolm malik mamoun manuel marc marcel marco marcos marcus margaret
  maria mariano marie marilyn mario marion marisa mark markus marlene martha martin marty marvin mary masoud massoud matt matteo matthew
  maurice max maxim maxime mehdi mehmet melanie melissa mercedes michael michel michele michelle miguel mike mikhail milan ming mohamad mohamed mohammad
  mohammed mohsen moises molly mona monica moqtada morgan moshe mostafa muammar muhammad muhammed mukhtar munir muqtada murad musa mustafa myles nabil nadia naim najib
  nancy naomi naser nasir nasser natalia natalie nathan neil nelson nicholas nick nicola nicolas nigel nikita nikki nikolai nikolay nina noel noor nora norma norman
  nouri nuri oleg oleksandr oliver olivia olivier omar oscar osama otto pablo pamela pascal pat patricia patrick patrik paul paula pavel pedro
  peggy penny pervez peter petro phil philip philippe phillip pierre pieter piotr qais qasem qasim quentin rachel rafael rahim ralph rami ramon ramzan randall randy rania
  rashid raul ray raymond rebecca recep reginald remy rene reuven rex reza ricardo richard rick rita riyad rob robert roberto robin rodrigo roger roland
  rolando roman ron ronald rosa rose roy ruben rudolph rudy rupert russell ruth ryan saad saadi sabah sabrina saddam sadiq saeb saeed saif salah saleh salem salim
  salman salva salvador sam samantha samer sami samir samuel sandra sanjay sara sarah saud scott sean sebastian selim serge sergei sergey sergio seth
  shah shane sharon shaun shawn sheila shimon shinzo shirley sidney silvia silvio simon sinan sofia sonia sophie stan stanley stefan stella stephane stephanie stephen
  steve steven stewart stuart sue sulaiman suleiman sunil susan suzanne sven svetlana sylvia sylvie syed taha tahir tarek tareq tariq tayyip ted teresa terri terrence terry theodore theresa
  thierry thomas tim timothy tina todd tom tommy tony tracy travis trevor tyler ulrich umar uri valentin valerie vanessa vera vernon viktor
  victor victoria vincent virginia vitaly vladimir volodymyr vyacheslav wael waleed walid wallace walter wang warren wayne wendy werner wesley will william
  wolfgang xavier xi yahya yair yasin yasir yasser yevgeny yitzhak yoav yuri yusuf yves yvonne zabihullah zabiullah zachary zainab zhang ziad zoe`
    .trim()
    .split(/\s+/),
);
