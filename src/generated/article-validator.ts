// @ts-nocheck
// From seed/article.schema.json, by `npm run generate`.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { articleFormats } from '../ingest/article-formats.ts';
import { countCodePoints } from '../ingest/count-code-points.ts';

type Validator = { (value: unknown): boolean; errors?: ErrorObject[] | null };

export const validateArticle: Validator = validate20;
const schema31 = {"$ref":"article.schema.json#/$defs/article"};
const schema36 = {"title":"an article","description":"A text, when it was published, and what it says: locations, actors, incidents and statements. Only published and text are required.","type":"object","required":["published","text"],"additionalProperties":false,"properties":{"$schema":{"type":["string","null"],"description":"Where this schema lies, so that an editor completes from it."},"id":{"type":["string","null"],"$ref":"#/$defs/slug","description":"The id of the article. A file that holds one article lends it its name where this is left out."},"version":{"title":"a whole number from 1","type":["integer","null"],"minimum":1,"maximum":9007199254740991,"description":"The highest version of an id wins, whatever the order of seeding. Without one, the later seeding replaces."},"title":{"type":["string","null"],"$ref":"#/$defs/name","description":"The headline. Left out, the first words of the text."},"url":{"type":["string","null"],"$ref":"#/$defs/url","description":"Where the article is published."},"publisher":{"type":["string","null"],"$ref":"#/$defs/name","description":"Who published it."},"language":{"type":["string","null"],"$ref":"#/$defs/language","description":"The language of the text."},"license":{"type":["string","null"],"$ref":"#/$defs/words","description":"Under which terms the text may be used."},"citation":{"type":["string","null"],"$ref":"#/$defs/words","description":"How the source asks to be cited."},"published":{"type":"string","$ref":"#/$defs/day","description":"The day of publication."},"text":{"type":"string","$ref":"#/$defs/words","description":"The whole text. Evidence is quoted from it to the letter."},"locations":{"type":["array","null"],"items":{"$ref":"#/$defs/location","description":"A place that this article speaks of."},"description":"Every place that this article refers to."},"actors":{"type":["array","null"],"items":{"$ref":"#/$defs/actor","description":"A person, group or state that this article speaks of."},"description":"Every actor that this article refers to."},"incidents":{"type":["array","null"],"items":{"$ref":"#/$defs/incident","description":"Something that happened."},"description":"What happened, one entry an incident."},"statements":{"type":["array","null"],"items":{"$ref":"#/$defs/statement","description":"Something that was said."},"description":"What was said, one entry a statement."},"retracted":{"title":"true, and then beside id and version only, or left out","type":"null","description":"Left out in an article; true withdraws it, and then only id and version stand beside it."}}};
const schema35 = {"title":"an id of 1 to 120 of a-z, 0-9 and -","description":"A readable, stable id.","pattern":"^[a-z0-9-]{1,120}$"};
const schema38 = {"title":"a name of at most 1,000 characters that is not blank","description":"A name or title.","pattern":"[^\\s\\p{Cc}\\p{Cf}]","maxLength":1000};
const schema39 = {"title":"an http or https address","description":"An absolute address.","pattern":"^[Hh][Tt][Tt][Pp][Ss]?://\\S+$","format":"web-address"};
const schema41 = {"title":"a BCP 47 language tag such as en or pt-BR","description":"A language tag.","pattern":"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$","format":"language-tag"};
const schema42 = {"title":"a string that is not blank","description":"Words, at least one visible character.","pattern":"[^\\s\\p{Cc}\\p{Cf}]"};
const schema44 = {"title":"a day of the calendar, YYYY-MM-DD","description":"A day.","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"day"};
const func1 = Object.prototype.hasOwnProperty;
const func2 = countCodePoints;
const pattern4 = new RegExp("^[a-z0-9-]{1,120}$", "u");
const pattern6 = new RegExp("[^\\s\\p{Cc}\\p{Cf}]", "u");
const pattern7 = new RegExp("^[Hh][Tt][Tt][Pp][Ss]?://\\S+$", "u");
const pattern9 = new RegExp("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "u");
const pattern12 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");
const formats0 = articleFormats["web-address"];
const formats2 = articleFormats["language-tag"];
const formats4 = articleFormats.day;
const schema46 = {"title":"a location","description":"A place, shared by all articles that give its id.","type":"object","required":["id","name"],"additionalProperties":false,"properties":{"id":{"type":"string","$ref":"#/$defs/slug","description":"The id of the place, the same in every article."},"name":{"type":"string","$ref":"#/$defs/name","description":"What the place is called."},"aliases":{"type":["array","null"],"items":{"type":"string","$ref":"#/$defs/name","description":"Another name of the place."},"description":"Other names of the place."},"kind":{"$ref":"#/$defs/LocationKind","description":"What kind of place it is. Left out, OTHER."},"country":{"type":["string","null"],"$ref":"#/$defs/country","description":"The country that it lies in, or is."},"point":{"$ref":"#/$defs/point","description":"Where it lies; of a country or region, its centre."},"partOf":{"type":["string","null"],"$ref":"#/$defs/slug","description":"The location of this article that it lies in."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}}};
const schema50 = {"description":"What kind of place it is.","type":["string","null"],"enum":["REGION","COUNTRY","ADMIN1","ADMIN2","CITY","SETTLEMENT","NEIGHBOURHOOD","MILITARY_BASE","INFRASTRUCTURE","LANDMARK","WATER","BORDER_AREA","OTHER",null],"enumDescriptions":["A region of several countries, or one without borders of its own.","A country.","A province, governorate or state.","A district or county.","A city.","A town or village.","A part of a city.","A military base.","A dam, bridge, airport, pipeline or the like.","A building or site that people know.","A sea, river or lake.","An area along a border.","None of the other kinds, or not said.","As if left out."]};
const schema51 = {"title":"an ISO 3166-1 alpha-2 country code in capitals, such as IQ","description":"A country code of ISO 3166-1 alpha-2, or XK for Kosovo.","pattern":"^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$"};
const schema52 = {"title":"a point with latitude and longitude","description":"A point on the earth, WGS 84.","type":["object","null"],"required":["latitude","longitude"],"additionalProperties":false,"properties":{"latitude":{"title":"a number from -90 to 90","type":"number","minimum":-90,"maximum":90,"description":"Degrees north; south is negative."},"longitude":{"title":"a number from -180 to 180","type":"number","minimum":-180,"maximum":180,"description":"Degrees east; west is negative."}}};
const pattern17 = new RegExp("^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$", "u");
const schema54 = {"title":"a quote, or an object with quote","description":"Words that stand in the text to the letter. Where they stand there several times, occurrence says which.","type":["string","object"],"$ref":"#/$defs/quotation","required":["quote"],"additionalProperties":false,"properties":{"quote":{"type":"string","$ref":"#/$defs/quotation","description":"The words."},"occurrence":{"title":"a whole number from 1 to 10,000","type":["integer","null"],"minimum":1,"maximum":10000,"description":"Which of the places where the words stand, from 1, in text order; places may overlap."}}};
const schema55 = {"title":"a quote of 1 to 10,000 characters","description":"Words of the text.","pattern":"[^\\s\\p{Cc}\\p{Cf}]","maxLength":10000};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema54.type},message:"must be string,object",schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(func2(data) > 10000){
const err1 = {instancePath,schemaPath:"#/$defs/quotation/maxLength",keyword:"maxLength",params:{limit: 10000},message:"must NOT have more than 10000 characters",schema:10000,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern6.test(data)){
const err2 = {instancePath,schemaPath:"#/$defs/quotation/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.quote === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "quote"},message:"must have required property '"+"quote"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "quote") || (key0 === "occurrence"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.quote !== undefined){
let data0 = data.quote;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/quote",schemaPath:"#/properties/quote/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.quote.type,parentSchema:schema54.properties.quote,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data0 === "string"){
if(func2(data0) > 10000){
const err6 = {instancePath:instancePath+"/quote",schemaPath:"#/$defs/quotation/maxLength",keyword:"maxLength",params:{limit: 10000},message:"must NOT have more than 10000 characters",schema:10000,parentSchema:schema55,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern6.test(data0)){
const err7 = {instancePath:instancePath+"/quote",schemaPath:"#/$defs/quotation/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema55,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.occurrence !== undefined){
let data1 = data.occurrence;
if((!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))) && (data1 !== null)){
const err8 = {instancePath:instancePath+"/occurrence",schemaPath:"#/properties/occurrence/type",keyword:"type",params:{type: schema54.properties.occurrence.type},message:"must be integer,null",schema:schema54.properties.occurrence.type,parentSchema:schema54.properties.occurrence,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 10000 || isNaN(data1)){
const err9 = {instancePath:instancePath+"/occurrence",schemaPath:"#/properties/occurrence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema54.properties.occurrence,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err10 = {instancePath:instancePath+"/occurrence",schemaPath:"#/properties/occurrence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema54.properties.occurrence,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "id") || (key0 === "name")) || (key0 === "aliases")) || (key0 === "kind")) || (key0 === "country")) || (key0 === "point")) || (key0 === "partOf")) || (key0 === "evidence"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.id.type,parentSchema:schema46.properties.id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.name.type,parentSchema:schema46.properties.name,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data1 === "string"){
if(func2(data1) > 1000){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema38,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern6.test(data1)){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema38,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.aliases !== undefined){
let data2 = data.aliases;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err8 = {instancePath:instancePath+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type: schema46.properties.aliases.type},message:"must be array,null",schema:schema46.properties.aliases.type,parentSchema:schema46.properties.aliases,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.aliases.items.type,parentSchema:schema46.properties.aliases.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 === "string"){
if(func2(data3) > 1000){
const err10 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema38,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern6.test(data3)){
const err11 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema38,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
}
if(data.kind !== undefined){
let data4 = data.kind;
if((typeof data4 !== "string") && (data4 !== null)){
const err12 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/LocationKind/type",keyword:"type",params:{type: schema50.type},message:"must be string,null",schema:schema50.type,parentSchema:schema50,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((((((((((((((data4 === "REGION") || (data4 === "COUNTRY")) || (data4 === "ADMIN1")) || (data4 === "ADMIN2")) || (data4 === "CITY")) || (data4 === "SETTLEMENT")) || (data4 === "NEIGHBOURHOOD")) || (data4 === "MILITARY_BASE")) || (data4 === "INFRASTRUCTURE")) || (data4 === "LANDMARK")) || (data4 === "WATER")) || (data4 === "BORDER_AREA")) || (data4 === "OTHER")) || (data4 === null))){
const err13 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/LocationKind/enum",keyword:"enum",params:{allowedValues: schema50.enum},message:"must be equal to one of the allowed values",schema:schema50.enum,parentSchema:schema50,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.country !== undefined){
let data5 = data.country;
if((typeof data5 !== "string") && (data5 !== null)){
const err14 = {instancePath:instancePath+"/country",schemaPath:"#/properties/country/type",keyword:"type",params:{type: schema46.properties.country.type},message:"must be string,null",schema:schema46.properties.country.type,parentSchema:schema46.properties.country,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern17.test(data5)){
const err15 = {instancePath:instancePath+"/country",schemaPath:"#/$defs/country/pattern",keyword:"pattern",params:{pattern: "^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$"},message:"must match pattern \""+"^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$"+"\"",schema:"^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$",parentSchema:schema51,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.point !== undefined){
let data6 = data.point;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err16 = {instancePath:instancePath+"/point",schemaPath:"#/$defs/point/type",keyword:"type",params:{type: schema52.type},message:"must be object,null",schema:schema52.type,parentSchema:schema52,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.latitude === undefined){
const err17 = {instancePath:instancePath+"/point",schemaPath:"#/$defs/point/required",keyword:"required",params:{missingProperty: "latitude"},message:"must have required property '"+"latitude"+"'",schema:schema52.required,parentSchema:schema52,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6.longitude === undefined){
const err18 = {instancePath:instancePath+"/point",schemaPath:"#/$defs/point/required",keyword:"required",params:{missingProperty: "longitude"},message:"must have required property '"+"longitude"+"'",schema:schema52.required,parentSchema:schema52,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 in data6){
if(!((key1 === "latitude") || (key1 === "longitude"))){
const err19 = {instancePath:instancePath+"/point",schemaPath:"#/$defs/point/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema52,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data6.latitude !== undefined){
let data7 = data6.latitude;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 90 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/point/latitude",schemaPath:"#/$defs/point/properties/latitude/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90},message:"must be <= 90",schema:90,parentSchema:schema52.properties.latitude,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7 < -90 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/point/latitude",schemaPath:"#/$defs/point/properties/latitude/minimum",keyword:"minimum",params:{comparison: ">=", limit: -90},message:"must be >= -90",schema:-90,parentSchema:schema52.properties.latitude,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/point/latitude",schemaPath:"#/$defs/point/properties/latitude/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.properties.latitude.type,parentSchema:schema52.properties.latitude,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data6.longitude !== undefined){
let data8 = data6.longitude;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 180 || isNaN(data8)){
const err23 = {instancePath:instancePath+"/point/longitude",schemaPath:"#/$defs/point/properties/longitude/maximum",keyword:"maximum",params:{comparison: "<=", limit: 180},message:"must be <= 180",schema:180,parentSchema:schema52.properties.longitude,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data8 < -180 || isNaN(data8)){
const err24 = {instancePath:instancePath+"/point/longitude",schemaPath:"#/$defs/point/properties/longitude/minimum",keyword:"minimum",params:{comparison: ">=", limit: -180},message:"must be >= -180",schema:-180,parentSchema:schema52.properties.longitude,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/point/longitude",schemaPath:"#/$defs/point/properties/longitude/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.properties.longitude.type,parentSchema:schema52.properties.longitude,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
if(data.partOf !== undefined){
let data9 = data.partOf;
if((typeof data9 !== "string") && (data9 !== null)){
const err26 = {instancePath:instancePath+"/partOf",schemaPath:"#/properties/partOf/type",keyword:"type",params:{type: schema46.properties.partOf.type},message:"must be string,null",schema:schema46.properties.partOf.type,parentSchema:schema46.properties.partOf,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
const err27 = {instancePath:instancePath+"/partOf",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.evidence !== undefined){
let data10 = data.evidence;
if((!(Array.isArray(data10))) && (data10 !== null)){
const err28 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema46.properties.evidence.type},message:"must be array,null",schema:schema46.properties.evidence.type,parentSchema:schema46.properties.evidence,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
if(!(validate27(data10[i1], {instancePath:instancePath+"/evidence/" + i1,parentData:data10,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema57 = {"title":"an actor","description":"A person, group, organization or state, shared by all articles that give its id.","type":"object","required":["id","name"],"additionalProperties":false,"properties":{"id":{"type":"string","$ref":"#/$defs/slug","description":"The id of the actor, the same in every article."},"name":{"type":"string","$ref":"#/$defs/name","description":"What the actor is called."},"aliases":{"type":["array","null"],"items":{"type":"string","$ref":"#/$defs/name","description":"Another name of the actor."},"description":"Other names of the actor."},"kind":{"$ref":"#/$defs/ActorKind","description":"What kind of actor it is. Left out, UNIDENTIFIED."},"country":{"type":["string","null"],"$ref":"#/$defs/country","description":"The country that it belongs to, or is."},"affiliations":{"type":["array","null"],"items":{"$ref":"#/$defs/affiliation","description":"How the actor stands to another one."},"description":"How the actor stands to others."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}}};
const schema61 = {"description":"What kind of actor it is.","type":["string","null"],"enum":["PERSON","STATE","GOVERNMENT","MILITARY","POLICE","ARMED_GROUP","COALITION","ORGANIZATION","POLITICAL_PARTY","MEDIA","COLLECTIVE","UNIDENTIFIED",null],"enumDescriptions":["One person.","A state.","A government or a part of one.","Armed forces or a part of them.","A police force.","An armed group that is not a state.","Several states or groups acting together.","Another organization.","A political party.","A news outlet.","A loose set of people or groups named together.","Nobody has said who it is.","As if left out."]};
const schema63 = {"title":"an affiliation","description":"How the actor stands to another one.","type":"object","required":["type","actor"],"additionalProperties":false,"properties":{"type":{"$ref":"#/$defs/AffiliationType","description":"How it stands to the other actor."},"actor":{"type":"string","$ref":"#/$defs/slug","description":"The other actor, of this article."},"title":{"type":["string","null"],"$ref":"#/$defs/name","description":"The office or rank."},"date":{"$ref":"#/$defs/date","description":"When it held."},"status":{"$ref":"#/$defs/AttributionStatus","description":"How sure it is. Left out, it follows from assertedBy and deniedBy."},"assertedBy":{"type":["array","null"],"items":{"type":"string","$ref":"#/$defs/slug","description":"A statement of this article."},"description":"The statements of this article that assert it."},"deniedBy":{"type":["array","null"],"items":{"type":"string","$ref":"#/$defs/slug","description":"A statement of this article."},"description":"The statements of this article that deny it."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}}};
const schema64 = {"description":"How one actor belongs to, or stands to, another.","type":"string","enum":["HOLDS_OFFICE","MEMBER_OF","PART_OF","COMMANDS","LEADS","SPOKESPERSON_OF","BACKED_BY","ALLIED_WITH","OPPOSES"],"enumDescriptions":["Holds an office of the other.","Is a member of the other.","Is a part of the other.","Commands the other.","Leads the other.","Speaks for the other.","Is backed by the other.","Is allied with the other.","Opposes the other."]};
const schema71 = {"description":"How sure it is that something is so.","type":["string","null"],"enum":["CLAIMED","ATTRIBUTED","SUSPECTED","DENIED","DISPUTED","CONFIRMED","UNATTRIBUTED",null],"enumDescriptions":["The actor itself claims it.","Somebody says so.","It is suspected.","It is denied.","Some say so and some deny it.","It is confirmed.","Nobody has been named.","As if left out."]};
const schema67 = {"title":"an EDTF date, or an object with edtf","description":"When: an EDTF date, or one with the words of the source.","type":["string","object","null"],"$ref":"#/$defs/edtf","required":["edtf"],"additionalProperties":false,"properties":{"edtf":{"type":"string","$ref":"#/$defs/edtf","description":"The date."},"original":{"type":["string","null"],"$ref":"#/$defs/words","description":"The date in the words of the source, such as Thursday."}}};
const schema68 = {"title":"an EDTF date of the calendar (2023-11-09, 2023-11, 2023, 2023-11~) or two in order (2023-10-07/2023-11-12, 2023-10-26/.., ../2023-10-26)","description":"A date in these forms of ISO 8601-2: 2023-11-09, 2023-11, 2023, 2023-10-07/2023-11-12, 2023-10-26/.., ../2023-10-26, 2023-11~.","format":"edtf"};
const formats6 = articleFormats.edtf;

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema67.type},message:"must be string,object,null",schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!(formats6(data))){
const err1 = {instancePath,schemaPath:"#/$defs/edtf/format",keyword:"format",params:{format: "edtf"},message:"must match format \""+"edtf"+"\"",schema:"edtf",parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.edtf === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "edtf"},message:"must have required property '"+"edtf"+"'",schema:schema67.required,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "edtf") || (key0 === "original"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.edtf !== undefined){
let data0 = data.edtf;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/edtf",schemaPath:"#/properties/edtf/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema67.properties.edtf.type,parentSchema:schema67.properties.edtf,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data0 === "string"){
if(!(formats6(data0))){
const err5 = {instancePath:instancePath+"/edtf",schemaPath:"#/$defs/edtf/format",keyword:"format",params:{format: "edtf"},message:"must match format \""+"edtf"+"\"",schema:"edtf",parentSchema:schema68,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.original !== undefined){
let data1 = data.original;
if((typeof data1 !== "string") && (data1 !== null)){
const err6 = {instancePath:instancePath+"/original",schemaPath:"#/properties/original/type",keyword:"type",params:{type: schema67.properties.original.type},message:"must be string,null",schema:schema67.properties.original.type,parentSchema:schema67.properties.original,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err7 = {instancePath:instancePath+"/original",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.actor === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actor"},message:"must have required property '"+"actor"+"'",schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "type") || (key0 === "actor")) || (key0 === "title")) || (key0 === "date")) || (key0 === "status")) || (key0 === "assertedBy")) || (key0 === "deniedBy")) || (key0 === "evidence"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/AffiliationType/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema64.type,parentSchema:schema64,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(((((((((data0 === "HOLDS_OFFICE") || (data0 === "MEMBER_OF")) || (data0 === "PART_OF")) || (data0 === "COMMANDS")) || (data0 === "LEADS")) || (data0 === "SPOKESPERSON_OF")) || (data0 === "BACKED_BY")) || (data0 === "ALLIED_WITH")) || (data0 === "OPPOSES"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/AffiliationType/enum",keyword:"enum",params:{allowedValues: schema64.enum},message:"must be equal to one of the allowed values",schema:schema64.enum,parentSchema:schema64,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.actor !== undefined){
let data1 = data.actor;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema63.properties.actor.type,parentSchema:schema63.properties.actor,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err6 = {instancePath:instancePath+"/actor",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.title !== undefined){
let data2 = data.title;
if((typeof data2 !== "string") && (data2 !== null)){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: schema63.properties.title.type},message:"must be string,null",schema:schema63.properties.title.type,parentSchema:schema63.properties.title,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(typeof data2 === "string"){
if(func2(data2) > 1000){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema38,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern6.test(data2)){
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema38,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.date !== undefined){
if(!(validate32(data.date, {instancePath:instancePath+"/date",parentData:data,parentDataProperty:"date",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
let data4 = data.status;
if((typeof data4 !== "string") && (data4 !== null)){
const err10 = {instancePath:instancePath+"/status",schemaPath:"#/$defs/AttributionStatus/type",keyword:"type",params:{type: schema71.type},message:"must be string,null",schema:schema71.type,parentSchema:schema71,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((((((((data4 === "CLAIMED") || (data4 === "ATTRIBUTED")) || (data4 === "SUSPECTED")) || (data4 === "DENIED")) || (data4 === "DISPUTED")) || (data4 === "CONFIRMED")) || (data4 === "UNATTRIBUTED")) || (data4 === null))){
const err11 = {instancePath:instancePath+"/status",schemaPath:"#/$defs/AttributionStatus/enum",keyword:"enum",params:{allowedValues: schema71.enum},message:"must be equal to one of the allowed values",schema:schema71.enum,parentSchema:schema71,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.assertedBy !== undefined){
let data5 = data.assertedBy;
if((!(Array.isArray(data5))) && (data5 !== null)){
const err12 = {instancePath:instancePath+"/assertedBy",schemaPath:"#/properties/assertedBy/type",keyword:"type",params:{type: schema63.properties.assertedBy.type},message:"must be array,null",schema:schema63.properties.assertedBy.type,parentSchema:schema63.properties.assertedBy,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 !== "string"){
const err13 = {instancePath:instancePath+"/assertedBy/" + i0,schemaPath:"#/properties/assertedBy/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema63.properties.assertedBy.items.type,parentSchema:schema63.properties.assertedBy.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
const err14 = {instancePath:instancePath+"/assertedBy/" + i0,schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
}
if(data.deniedBy !== undefined){
let data7 = data.deniedBy;
if((!(Array.isArray(data7))) && (data7 !== null)){
const err15 = {instancePath:instancePath+"/deniedBy",schemaPath:"#/properties/deniedBy/type",keyword:"type",params:{type: schema63.properties.deniedBy.type},message:"must be array,null",schema:schema63.properties.deniedBy.type,parentSchema:schema63.properties.deniedBy,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 !== "string"){
const err16 = {instancePath:instancePath+"/deniedBy/" + i1,schemaPath:"#/properties/deniedBy/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema63.properties.deniedBy.items.type,parentSchema:schema63.properties.deniedBy.items,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err17 = {instancePath:instancePath+"/deniedBy/" + i1,schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
}
if(data.evidence !== undefined){
let data9 = data.evidence;
if((!(Array.isArray(data9))) && (data9 !== null)){
const err18 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema63.properties.evidence.type},message:"must be array,null",schema:schema63.properties.evidence.type,parentSchema:schema63.properties.evidence,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
if(!(validate27(data9[i2], {instancePath:instancePath+"/evidence/" + i2,parentData:data9,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "id") || (key0 === "name")) || (key0 === "aliases")) || (key0 === "kind")) || (key0 === "country")) || (key0 === "affiliations")) || (key0 === "evidence"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.id.type,parentSchema:schema57.properties.id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.name.type,parentSchema:schema57.properties.name,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data1 === "string"){
if(func2(data1) > 1000){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema38,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern6.test(data1)){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema38,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.aliases !== undefined){
let data2 = data.aliases;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err8 = {instancePath:instancePath+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type: schema57.properties.aliases.type},message:"must be array,null",schema:schema57.properties.aliases.type,parentSchema:schema57.properties.aliases,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.aliases.items.type,parentSchema:schema57.properties.aliases.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 === "string"){
if(func2(data3) > 1000){
const err10 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema38,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern6.test(data3)){
const err11 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema38,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
}
if(data.kind !== undefined){
let data4 = data.kind;
if((typeof data4 !== "string") && (data4 !== null)){
const err12 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ActorKind/type",keyword:"type",params:{type: schema61.type},message:"must be string,null",schema:schema61.type,parentSchema:schema61,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((((((((((((data4 === "PERSON") || (data4 === "STATE")) || (data4 === "GOVERNMENT")) || (data4 === "MILITARY")) || (data4 === "POLICE")) || (data4 === "ARMED_GROUP")) || (data4 === "COALITION")) || (data4 === "ORGANIZATION")) || (data4 === "POLITICAL_PARTY")) || (data4 === "MEDIA")) || (data4 === "COLLECTIVE")) || (data4 === "UNIDENTIFIED")) || (data4 === null))){
const err13 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ActorKind/enum",keyword:"enum",params:{allowedValues: schema61.enum},message:"must be equal to one of the allowed values",schema:schema61.enum,parentSchema:schema61,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.country !== undefined){
let data5 = data.country;
if((typeof data5 !== "string") && (data5 !== null)){
const err14 = {instancePath:instancePath+"/country",schemaPath:"#/properties/country/type",keyword:"type",params:{type: schema57.properties.country.type},message:"must be string,null",schema:schema57.properties.country.type,parentSchema:schema57.properties.country,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern17.test(data5)){
const err15 = {instancePath:instancePath+"/country",schemaPath:"#/$defs/country/pattern",keyword:"pattern",params:{pattern: "^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$"},message:"must match pattern \""+"^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$"+"\"",schema:"^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$",parentSchema:schema51,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.affiliations !== undefined){
let data6 = data.affiliations;
if((!(Array.isArray(data6))) && (data6 !== null)){
const err16 = {instancePath:instancePath+"/affiliations",schemaPath:"#/properties/affiliations/type",keyword:"type",params:{type: schema57.properties.affiliations.type},message:"must be array,null",schema:schema57.properties.affiliations.type,parentSchema:schema57.properties.affiliations,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate31(data6[i1], {instancePath:instancePath+"/affiliations/" + i1,parentData:data6,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
if(data.evidence !== undefined){
let data8 = data.evidence;
if((!(Array.isArray(data8))) && (data8 !== null)){
const err17 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema57.properties.evidence.type},message:"must be array,null",schema:schema57.properties.evidence.type,parentSchema:schema57.properties.evidence,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
if(!(validate27(data8[i2], {instancePath:instancePath+"/evidence/" + i2,parentData:data8,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema74 = {"title":"an incident","description":"Something that happened, shared by all articles that give its id.","type":"object","required":["id","title"],"additionalProperties":false,"properties":{"id":{"type":"string","$ref":"#/$defs/slug","description":"The id of the incident, the same in every article."},"title":{"type":"string","$ref":"#/$defs/name","description":"What happened, in a headline."},"summary":{"type":["string","null"],"$ref":"#/$defs/words","description":"What happened, in a few sentences."},"scope":{"$ref":"#/$defs/IncidentScope","description":"Whether it is one event or a sum of several. Left out, EVENT."},"type":{"$ref":"#/$defs/IncidentType","description":"What kind of thing happened. Left out, OTHER."},"methods":{"type":["array","null"],"items":{"$ref":"#/$defs/Method","description":"A means."},"description":"By what means; those of weapons join them by themselves."},"weapons":{"type":["array","null"],"items":{"$ref":"#/$defs/weapon","description":"A means, in detail."},"description":"The means used or said to have been used, in detail."},"outcome":{"$ref":"#/$defs/Outcome","description":"How it ended. Left out, UNKNOWN."},"count":{"$ref":"#/$defs/quantity","description":"How many events it sums up. Left out, 1, of an aggregate 2 or more."},"date":{"$ref":"#/$defs/date","description":"When it happened."},"location":{"type":["string","null"],"$ref":"#/$defs/slug","description":"The location of this article where it happened."},"locationPrecision":{"$ref":"#/$defs/LocationPrecision","description":"How it lies to its location; never without one. Left out, UNKNOWN."},"participants":{"type":["array","null"],"items":{"$ref":"#/$defs/participant","description":"An actor and its part."},"description":"Who had which part in it."},"casualties":{"type":["array","null"],"items":{"$ref":"#/$defs/casualty","description":"People who were hit."},"description":"Who was hit, and how."},"links":{"type":["array","null"],"items":{"$ref":"#/$defs/incidentLink","description":"A link to another incident."},"description":"How it relates to other incidents of this article."},"partOf":{"type":["string","null"],"$ref":"#/$defs/slug","description":"The incident of this article that it is part of."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}},"if":{"properties":{"locationPrecision":{"type":"string"}},"required":["locationPrecision"]},"then":{"properties":{"location":{"type":"string"}},"required":["location"]}};
const schema78 = {"description":"Whether an incident is one event or a sum of several.","type":["string","null"],"enum":["EVENT","AGGREGATE",null],"enumDescriptions":["One event.","Several events told as one, such as over 40 assaults.","As if left out."]};
const schema79 = {"description":"What kind of thing happened.","type":["string","null"],"enum":["BATTLE","EXPLOSION_REMOTE_VIOLENCE","VIOLENCE_AGAINST_CIVILIANS","PROTEST","RIOT","STRATEGIC_DEVELOPMENT","OTHER",null],"enumDescriptions":["Armed sides fought each other.","An attack by explosives, drones, rockets or other means from afar.","An attack on civilians.","A peaceful demonstration.","A violent demonstration or mob.","A move that matters without violence of its own, such as an arrest or an agreement.","None of the other kinds, or not said.","As if left out."]};
const schema80 = {"description":"By what means something was done.","type":"string","enum":["IED","DRONE","AIR_STRIKE","ROCKET","MISSILE","SHELLING","GRENADE","LANDMINE","EXPLOSIVE","SUICIDE_BOMB","SMALL_ARMS","ARSON","ABDUCTION","CHEMICAL","CYBER","MELEE","VEHICLE","OTHER","UNKNOWN"],"enumDescriptions":["An improvised explosive device.","An unmanned aircraft.","A strike by manned or unspecified aircraft.","An unguided rocket.","A guided missile.","Artillery, mortars or tank fire.","A grenade.","A landmine.","Some other or unspecified explosive.","A bomb carried by an attacker who dies with it.","Rifles, pistols or machine guns.","Fire set on purpose.","People taken away by force.","A chemical agent.","An attack on computers or networks.","Blades, clubs or bare hands.","A vehicle used as a weapon.","A means that has no value of its own here.","A means that is not known."]};
const schema88 = {"description":"How it ended.","type":["string","null"],"enum":["COMPLETED","PARTIAL","INTERCEPTED","FAILED","FOILED","THREATENED","UNKNOWN",null],"enumDescriptions":["It reached its aim.","It reached its aim in part.","It was stopped on its way, such as a drone shot down.","It was carried out and missed its aim.","It was stopped before it was carried out.","It was only announced.","The articles do not say.","As if left out."]};
const schema91 = {"description":"How the incident lies to its location.","type":["string","null"],"enum":["EXACT","NEAR","AREA","COUNTRY","REGION","UNKNOWN",null],"enumDescriptions":["At that place.","Near that place.","Somewhere in that area.","Somewhere in that country.","Somewhere in that region of several countries.","The articles do not say.","As if left out."]};
const schema81 = {"title":"a weapon","description":"A means used, or said to have been used.","type":"object","required":["method"],"additionalProperties":false,"properties":{"method":{"$ref":"#/$defs/Method","description":"What it was."},"count":{"$ref":"#/$defs/quantity","description":"How many."},"outcome":{"$ref":"#/$defs/Outcome","description":"What became of it. Left out, UNKNOWN."},"certain":{"type":["boolean","null"],"description":"Whether the article is sure of it. Left out, true."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}}};
const schema83 = {"title":"a whole number from 0, or an object with min","description":"A number as the source gives it: 3, or { \"min\": 41 } for over 40, with min ≤ best ≤ max.","type":["integer","object","null"],"minimum":0,"maximum":9007199254740991,"required":["min"],"additionalProperties":false,"properties":{"min":{"type":"integer","$ref":"#/$defs/count","description":"At least so many."},"max":{"type":["integer","null"],"$ref":"#/$defs/count","description":"At most so many. Left out, open."},"best":{"type":["integer","null"],"$ref":"#/$defs/count","description":"The best estimate, where the source gives one."},"original":{"type":["string","null"],"$ref":"#/$defs/words","description":"The number in the words of the source, such as a dozen."}}};
const schema84 = {"title":"a whole number from 0","description":"A number of things or people.","minimum":0,"maximum":9007199254740991};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(((!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))) && (!(data && typeof data == "object" && !Array.isArray(data)))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema83.type},message:"must be integer,object,null",schema:schema83.type,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.min === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "min"},message:"must have required property '"+"min"+"'",schema:schema83.required,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "min") || (key0 === "max")) || (key0 === "best")) || (key0 === "original"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.min !== undefined){
let data0 = data.min;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err5 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema83.properties.min.type,parentSchema:schema83.properties.min,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/min",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema84,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/min",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.max !== undefined){
let data1 = data.max;
if((!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))) && (data1 !== null)){
const err8 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: schema83.properties.max.type},message:"must be integer,null",schema:schema83.properties.max.type,parentSchema:schema83.properties.max,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
const err9 = {instancePath:instancePath+"/max",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema84,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err10 = {instancePath:instancePath+"/max",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.best !== undefined){
let data2 = data.best;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
const err11 = {instancePath:instancePath+"/best",schemaPath:"#/properties/best/type",keyword:"type",params:{type: schema83.properties.best.type},message:"must be integer,null",schema:schema83.properties.best.type,parentSchema:schema83.properties.best,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
const err12 = {instancePath:instancePath+"/best",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema84,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err13 = {instancePath:instancePath+"/best",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.original !== undefined){
let data3 = data.original;
if((typeof data3 !== "string") && (data3 !== null)){
const err14 = {instancePath:instancePath+"/original",schemaPath:"#/properties/original/type",keyword:"type",params:{type: schema83.properties.original.type},message:"must be string,null",schema:schema83.properties.original.type,parentSchema:schema83.properties.original,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err15 = {instancePath:instancePath+"/original",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate39.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.method === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "method"},message:"must have required property '"+"method"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "method") || (key0 === "count")) || (key0 === "outcome")) || (key0 === "certain")) || (key0 === "evidence"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.method !== undefined){
let data0 = data.method;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/method",schemaPath:"#/$defs/Method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema80.type,parentSchema:schema80,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((((((((((((((((((data0 === "IED") || (data0 === "DRONE")) || (data0 === "AIR_STRIKE")) || (data0 === "ROCKET")) || (data0 === "MISSILE")) || (data0 === "SHELLING")) || (data0 === "GRENADE")) || (data0 === "LANDMINE")) || (data0 === "EXPLOSIVE")) || (data0 === "SUICIDE_BOMB")) || (data0 === "SMALL_ARMS")) || (data0 === "ARSON")) || (data0 === "ABDUCTION")) || (data0 === "CHEMICAL")) || (data0 === "CYBER")) || (data0 === "MELEE")) || (data0 === "VEHICLE")) || (data0 === "OTHER")) || (data0 === "UNKNOWN"))){
const err3 = {instancePath:instancePath+"/method",schemaPath:"#/$defs/Method/enum",keyword:"enum",params:{allowedValues: schema80.enum},message:"must be equal to one of the allowed values",schema:schema80.enum,parentSchema:schema80,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.count !== undefined){
if(!(validate40(data.count, {instancePath:instancePath+"/count",parentData:data,parentDataProperty:"count",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.outcome !== undefined){
let data2 = data.outcome;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/outcome",schemaPath:"#/$defs/Outcome/type",keyword:"type",params:{type: schema88.type},message:"must be string,null",schema:schema88.type,parentSchema:schema88,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((((((((data2 === "COMPLETED") || (data2 === "PARTIAL")) || (data2 === "INTERCEPTED")) || (data2 === "FAILED")) || (data2 === "FOILED")) || (data2 === "THREATENED")) || (data2 === "UNKNOWN")) || (data2 === null))){
const err5 = {instancePath:instancePath+"/outcome",schemaPath:"#/$defs/Outcome/enum",keyword:"enum",params:{allowedValues: schema88.enum},message:"must be equal to one of the allowed values",schema:schema88.enum,parentSchema:schema88,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.certain !== undefined){
let data3 = data.certain;
if((typeof data3 !== "boolean") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/certain",schemaPath:"#/properties/certain/type",keyword:"type",params:{type: schema81.properties.certain.type},message:"must be boolean,null",schema:schema81.properties.certain.type,parentSchema:schema81.properties.certain,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.evidence !== undefined){
let data4 = data.evidence;
if((!(Array.isArray(data4))) && (data4 !== null)){
const err7 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema81.properties.evidence.type},message:"must be array,null",schema:schema81.properties.evidence.type,parentSchema:schema81.properties.evidence,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate27(data4[i0], {instancePath:instancePath+"/evidence/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema81.type,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}
validate39.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema92 = {"title":"a participant","description":"An actor and its part in the incident.","type":"object","required":["actor","role"],"additionalProperties":false,"properties":{"actor":{"type":"string","$ref":"#/$defs/slug","description":"An actor of this article."},"role":{"$ref":"#/$defs/ParticipantRole","description":"What part the actor had."},"status":{"$ref":"#/$defs/AttributionStatus","description":"How sure that part is."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}}};
const schema94 = {"description":"What part an actor had in an incident.","type":"string","enum":["PERPETRATOR","SUSPECTED_PERPETRATOR","TARGET","VICTIM","INTERCEPTOR","DEFENDER","SPONSOR","MEDIATOR","BYSTANDER","OTHER"],"enumDescriptions":["Did it.","Is suspected of having done it.","Was aimed at.","Was hit.","Stopped it on its way.","Fought it off.","Stood behind those who did it.","Went between the sides.","Was there without a part in it.","Had some other part."]};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate46.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.actor === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actor"},message:"must have required property '"+"actor"+"'",schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.role === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"},message:"must have required property '"+"role"+"'",schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "actor") || (key0 === "role")) || (key0 === "status")) || (key0 === "evidence"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.actor !== undefined){
let data0 = data.actor;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.actor.type,parentSchema:schema92.properties.actor,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err4 = {instancePath:instancePath+"/actor",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.role !== undefined){
let data1 = data.role;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/ParticipantRole/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((((((((data1 === "PERPETRATOR") || (data1 === "SUSPECTED_PERPETRATOR")) || (data1 === "TARGET")) || (data1 === "VICTIM")) || (data1 === "INTERCEPTOR")) || (data1 === "DEFENDER")) || (data1 === "SPONSOR")) || (data1 === "MEDIATOR")) || (data1 === "BYSTANDER")) || (data1 === "OTHER"))){
const err6 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/ParticipantRole/enum",keyword:"enum",params:{allowedValues: schema94.enum},message:"must be equal to one of the allowed values",schema:schema94.enum,parentSchema:schema94,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.status !== undefined){
let data2 = data.status;
if((typeof data2 !== "string") && (data2 !== null)){
const err7 = {instancePath:instancePath+"/status",schemaPath:"#/$defs/AttributionStatus/type",keyword:"type",params:{type: schema71.type},message:"must be string,null",schema:schema71.type,parentSchema:schema71,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((((((data2 === "CLAIMED") || (data2 === "ATTRIBUTED")) || (data2 === "SUSPECTED")) || (data2 === "DENIED")) || (data2 === "DISPUTED")) || (data2 === "CONFIRMED")) || (data2 === "UNATTRIBUTED")) || (data2 === null))){
const err8 = {instancePath:instancePath+"/status",schemaPath:"#/$defs/AttributionStatus/enum",keyword:"enum",params:{allowedValues: schema71.enum},message:"must be equal to one of the allowed values",schema:schema71.enum,parentSchema:schema71,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.evidence !== undefined){
let data3 = data.evidence;
if((!(Array.isArray(data3))) && (data3 !== null)){
const err9 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema92.properties.evidence.type},message:"must be array,null",schema:schema92.properties.evidence.type,parentSchema:schema92.properties.evidence,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate27(data3[i0], {instancePath:instancePath+"/evidence/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.type,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}
validate46.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema96 = {"title":"a casualty","description":"People who were hit, of one kind and group.","type":"object","required":["kind"],"additionalProperties":false,"properties":{"kind":{"$ref":"#/$defs/CasualtyKind","description":"What happened to them."},"count":{"$ref":"#/$defs/quantity","description":"How many. Left out, 1 or more."},"group":{"$ref":"#/$defs/CasualtyGroup","description":"Who they were. Left out, UNKNOWN."},"severity":{"$ref":"#/$defs/Severity","description":"How badly they were hurt. Left out, UNKNOWN."},"later":{"type":["string","null"],"$ref":"#/$defs/words","description":"What became of them, such as returned to duty."},"actor":{"type":["string","null"],"$ref":"#/$defs/slug","description":"The actor of this article that they belonged to."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}}};
const schema97 = {"description":"What happened to the people hit.","type":"string","enum":["KILLED","INJURED","CAPTURED","MISSING","DISPLACED"],"enumDescriptions":["They died.","They were hurt.","They were taken prisoner or hostage.","They cannot be found.","They had to leave their homes."]};
const schema98 = {"description":"Who the people hit were.","type":["string","null"],"enum":["MILITARY","POLICE","CIVILIAN","CONTRACTOR","AID_WORKER","JOURNALIST","ATTACKER","UNKNOWN",null],"enumDescriptions":["Soldiers.","Police.","Civilians.","Contractors.","Aid workers.","Journalists.","The attackers themselves.","The articles do not say.","As if left out."]};
const schema99 = {"description":"How badly people were hurt.","type":["string","null"],"enum":["MINOR","SERIOUS","CRITICAL","UNKNOWN",null],"enumDescriptions":["Lightly.","Seriously.","Life was in danger.","The articles do not say.","As if left out."]};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate49.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema96.required,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "kind") || (key0 === "count")) || (key0 === "group")) || (key0 === "severity")) || (key0 === "later")) || (key0 === "actor")) || (key0 === "evidence"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/CasualtyKind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema97.type,parentSchema:schema97,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((((data0 === "KILLED") || (data0 === "INJURED")) || (data0 === "CAPTURED")) || (data0 === "MISSING")) || (data0 === "DISPLACED"))){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/CasualtyKind/enum",keyword:"enum",params:{allowedValues: schema97.enum},message:"must be equal to one of the allowed values",schema:schema97.enum,parentSchema:schema97,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.count !== undefined){
if(!(validate40(data.count, {instancePath:instancePath+"/count",parentData:data,parentDataProperty:"count",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data2 = data.group;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/CasualtyGroup/type",keyword:"type",params:{type: schema98.type},message:"must be string,null",schema:schema98.type,parentSchema:schema98,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(((((((((data2 === "MILITARY") || (data2 === "POLICE")) || (data2 === "CIVILIAN")) || (data2 === "CONTRACTOR")) || (data2 === "AID_WORKER")) || (data2 === "JOURNALIST")) || (data2 === "ATTACKER")) || (data2 === "UNKNOWN")) || (data2 === null))){
const err5 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/CasualtyGroup/enum",keyword:"enum",params:{allowedValues: schema98.enum},message:"must be equal to one of the allowed values",schema:schema98.enum,parentSchema:schema98,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.severity !== undefined){
let data3 = data.severity;
if((typeof data3 !== "string") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/Severity/type",keyword:"type",params:{type: schema99.type},message:"must be string,null",schema:schema99.type,parentSchema:schema99,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(((((data3 === "MINOR") || (data3 === "SERIOUS")) || (data3 === "CRITICAL")) || (data3 === "UNKNOWN")) || (data3 === null))){
const err7 = {instancePath:instancePath+"/severity",schemaPath:"#/$defs/Severity/enum",keyword:"enum",params:{allowedValues: schema99.enum},message:"must be equal to one of the allowed values",schema:schema99.enum,parentSchema:schema99,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.later !== undefined){
let data4 = data.later;
if((typeof data4 !== "string") && (data4 !== null)){
const err8 = {instancePath:instancePath+"/later",schemaPath:"#/properties/later/type",keyword:"type",params:{type: schema96.properties.later.type},message:"must be string,null",schema:schema96.properties.later.type,parentSchema:schema96.properties.later,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err9 = {instancePath:instancePath+"/later",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.actor !== undefined){
let data5 = data.actor;
if((typeof data5 !== "string") && (data5 !== null)){
const err10 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/type",keyword:"type",params:{type: schema96.properties.actor.type},message:"must be string,null",schema:schema96.properties.actor.type,parentSchema:schema96.properties.actor,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err11 = {instancePath:instancePath+"/actor",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.evidence !== undefined){
let data6 = data.evidence;
if((!(Array.isArray(data6))) && (data6 !== null)){
const err12 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema96.properties.evidence.type},message:"must be array,null",schema:schema96.properties.evidence.type,parentSchema:schema96.properties.evidence,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate27(data6[i0], {instancePath:instancePath+"/evidence/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema96.type,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}
validate49.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema102 = {"title":"a link to an incident","description":"How the incident relates to another one.","type":"object","required":["type","incident"],"additionalProperties":false,"properties":{"type":{"$ref":"#/$defs/IncidentLinkType","description":"How it relates: with RESPONSE_TO, this incident responds to the other one."},"incident":{"type":"string","$ref":"#/$defs/slug","description":"The other incident, of this article."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}}};
const schema103 = {"description":"How one incident relates to another.","type":"string","enum":["RESPONSE_TO","RETALIATION_FOR","FOLLOWS","CONTEXT_OF"],"enumDescriptions":["It answers the other incident.","It takes revenge for the other incident.","It came after the other incident, and the article connects them.","It is the background of the other incident."]};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.incident === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "incident"},message:"must have required property '"+"incident"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "type") || (key0 === "incident")) || (key0 === "evidence"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/IncidentLinkType/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.type,parentSchema:schema103,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data0 === "RESPONSE_TO") || (data0 === "RETALIATION_FOR")) || (data0 === "FOLLOWS")) || (data0 === "CONTEXT_OF"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/IncidentLinkType/enum",keyword:"enum",params:{allowedValues: schema103.enum},message:"must be equal to one of the allowed values",schema:schema103.enum,parentSchema:schema103,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.incident !== undefined){
let data1 = data.incident;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/incident",schemaPath:"#/properties/incident/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.properties.incident.type,parentSchema:schema102.properties.incident,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err6 = {instancePath:instancePath+"/incident",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.evidence !== undefined){
let data2 = data.evidence;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err7 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema102.properties.evidence.type},message:"must be array,null",schema:schema102.properties.evidence.type,parentSchema:schema102.properties.evidence,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate27(data2[i0], {instancePath:instancePath+"/evidence/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.type,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.locationPrecision === undefined) && (missing0 = "locationPrecision")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.locationPrecision !== undefined){
if(typeof data.locationPrecision !== "string"){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.location === undefined){
const err2 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "location"},message:"must have required property '"+"location"+"'",schema:schema74.then.required,parentSchema:schema74.then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.location !== undefined){
let data1 = data.location;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/location",schemaPath:"#/then/properties/location/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.then.properties.location.type,parentSchema:schema74.then.properties.location,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
valid0 = _valid0;
if(valid0){
var props0 = {};
props0.location = true;
props0.locationPrecision = true;
}
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema74.if,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema74.required,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.title === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema74.required,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema74.properties, key0))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.id !== undefined){
let data2 = data.id;
if(typeof data2 !== "string"){
const err8 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.properties.id.type,parentSchema:schema74.properties.id,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err9 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.title !== undefined){
let data3 = data.title;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.properties.title.type,parentSchema:schema74.properties.title,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data3 === "string"){
if(func2(data3) > 1000){
const err11 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema38,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern6.test(data3)){
const err12 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema38,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.summary !== undefined){
let data4 = data.summary;
if((typeof data4 !== "string") && (data4 !== null)){
const err13 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: schema74.properties.summary.type},message:"must be string,null",schema:schema74.properties.summary.type,parentSchema:schema74.properties.summary,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err14 = {instancePath:instancePath+"/summary",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.scope !== undefined){
let data5 = data.scope;
if((typeof data5 !== "string") && (data5 !== null)){
const err15 = {instancePath:instancePath+"/scope",schemaPath:"#/$defs/IncidentScope/type",keyword:"type",params:{type: schema78.type},message:"must be string,null",schema:schema78.type,parentSchema:schema78,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data5 === "EVENT") || (data5 === "AGGREGATE")) || (data5 === null))){
const err16 = {instancePath:instancePath+"/scope",schemaPath:"#/$defs/IncidentScope/enum",keyword:"enum",params:{allowedValues: schema78.enum},message:"must be equal to one of the allowed values",schema:schema78.enum,parentSchema:schema78,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.type !== undefined){
let data6 = data.type;
if((typeof data6 !== "string") && (data6 !== null)){
const err17 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/IncidentType/type",keyword:"type",params:{type: schema79.type},message:"must be string,null",schema:schema79.type,parentSchema:schema79,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!((((((((data6 === "BATTLE") || (data6 === "EXPLOSION_REMOTE_VIOLENCE")) || (data6 === "VIOLENCE_AGAINST_CIVILIANS")) || (data6 === "PROTEST")) || (data6 === "RIOT")) || (data6 === "STRATEGIC_DEVELOPMENT")) || (data6 === "OTHER")) || (data6 === null))){
const err18 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/IncidentType/enum",keyword:"enum",params:{allowedValues: schema79.enum},message:"must be equal to one of the allowed values",schema:schema79.enum,parentSchema:schema79,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.methods !== undefined){
let data7 = data.methods;
if((!(Array.isArray(data7))) && (data7 !== null)){
const err19 = {instancePath:instancePath+"/methods",schemaPath:"#/properties/methods/type",keyword:"type",params:{type: schema74.properties.methods.type},message:"must be array,null",schema:schema74.properties.methods.type,parentSchema:schema74.properties.methods,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 !== "string"){
const err20 = {instancePath:instancePath+"/methods/" + i0,schemaPath:"#/$defs/Method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema80.type,parentSchema:schema80,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(((((((((((((((((((data8 === "IED") || (data8 === "DRONE")) || (data8 === "AIR_STRIKE")) || (data8 === "ROCKET")) || (data8 === "MISSILE")) || (data8 === "SHELLING")) || (data8 === "GRENADE")) || (data8 === "LANDMINE")) || (data8 === "EXPLOSIVE")) || (data8 === "SUICIDE_BOMB")) || (data8 === "SMALL_ARMS")) || (data8 === "ARSON")) || (data8 === "ABDUCTION")) || (data8 === "CHEMICAL")) || (data8 === "CYBER")) || (data8 === "MELEE")) || (data8 === "VEHICLE")) || (data8 === "OTHER")) || (data8 === "UNKNOWN"))){
const err21 = {instancePath:instancePath+"/methods/" + i0,schemaPath:"#/$defs/Method/enum",keyword:"enum",params:{allowedValues: schema80.enum},message:"must be equal to one of the allowed values",schema:schema80.enum,parentSchema:schema80,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data.weapons !== undefined){
let data9 = data.weapons;
if((!(Array.isArray(data9))) && (data9 !== null)){
const err22 = {instancePath:instancePath+"/weapons",schemaPath:"#/properties/weapons/type",keyword:"type",params:{type: schema74.properties.weapons.type},message:"must be array,null",schema:schema74.properties.weapons.type,parentSchema:schema74.properties.weapons,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(!(validate39(data9[i1], {instancePath:instancePath+"/weapons/" + i1,parentData:data9,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
}
if(data.outcome !== undefined){
let data11 = data.outcome;
if((typeof data11 !== "string") && (data11 !== null)){
const err23 = {instancePath:instancePath+"/outcome",schemaPath:"#/$defs/Outcome/type",keyword:"type",params:{type: schema88.type},message:"must be string,null",schema:schema88.type,parentSchema:schema88,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!((((((((data11 === "COMPLETED") || (data11 === "PARTIAL")) || (data11 === "INTERCEPTED")) || (data11 === "FAILED")) || (data11 === "FOILED")) || (data11 === "THREATENED")) || (data11 === "UNKNOWN")) || (data11 === null))){
const err24 = {instancePath:instancePath+"/outcome",schemaPath:"#/$defs/Outcome/enum",keyword:"enum",params:{allowedValues: schema88.enum},message:"must be equal to one of the allowed values",schema:schema88.enum,parentSchema:schema88,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.count !== undefined){
if(!(validate40(data.count, {instancePath:instancePath+"/count",parentData:data,parentDataProperty:"count",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.date !== undefined){
if(!(validate32(data.date, {instancePath:instancePath+"/date",parentData:data,parentDataProperty:"date",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.location !== undefined){
let data14 = data.location;
if((typeof data14 !== "string") && (data14 !== null)){
const err25 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/type",keyword:"type",params:{type: schema74.properties.location.type},message:"must be string,null",schema:schema74.properties.location.type,parentSchema:schema74.properties.location,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data14 === "string"){
if(!pattern4.test(data14)){
const err26 = {instancePath:instancePath+"/location",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.locationPrecision !== undefined){
let data15 = data.locationPrecision;
if((typeof data15 !== "string") && (data15 !== null)){
const err27 = {instancePath:instancePath+"/locationPrecision",schemaPath:"#/$defs/LocationPrecision/type",keyword:"type",params:{type: schema91.type},message:"must be string,null",schema:schema91.type,parentSchema:schema91,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!(((((((data15 === "EXACT") || (data15 === "NEAR")) || (data15 === "AREA")) || (data15 === "COUNTRY")) || (data15 === "REGION")) || (data15 === "UNKNOWN")) || (data15 === null))){
const err28 = {instancePath:instancePath+"/locationPrecision",schemaPath:"#/$defs/LocationPrecision/enum",keyword:"enum",params:{allowedValues: schema91.enum},message:"must be equal to one of the allowed values",schema:schema91.enum,parentSchema:schema91,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.participants !== undefined){
let data16 = data.participants;
if((!(Array.isArray(data16))) && (data16 !== null)){
const err29 = {instancePath:instancePath+"/participants",schemaPath:"#/properties/participants/type",keyword:"type",params:{type: schema74.properties.participants.type},message:"must be array,null",schema:schema74.properties.participants.type,parentSchema:schema74.properties.participants,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(Array.isArray(data16)){
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
if(!(validate46(data16[i2], {instancePath:instancePath+"/participants/" + i2,parentData:data16,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
}
}
if(data.casualties !== undefined){
let data18 = data.casualties;
if((!(Array.isArray(data18))) && (data18 !== null)){
const err30 = {instancePath:instancePath+"/casualties",schemaPath:"#/properties/casualties/type",keyword:"type",params:{type: schema74.properties.casualties.type},message:"must be array,null",schema:schema74.properties.casualties.type,parentSchema:schema74.properties.casualties,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(Array.isArray(data18)){
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
if(!(validate49(data18[i3], {instancePath:instancePath+"/casualties/" + i3,parentData:data18,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
}
if(data.links !== undefined){
let data20 = data.links;
if((!(Array.isArray(data20))) && (data20 !== null)){
const err31 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/type",keyword:"type",params:{type: schema74.properties.links.type},message:"must be array,null",schema:schema74.properties.links.type,parentSchema:schema74.properties.links,data:data20};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
if(!(validate53(data20[i4], {instancePath:instancePath+"/links/" + i4,parentData:data20,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
}
if(data.partOf !== undefined){
let data22 = data.partOf;
if((typeof data22 !== "string") && (data22 !== null)){
const err32 = {instancePath:instancePath+"/partOf",schemaPath:"#/properties/partOf/type",keyword:"type",params:{type: schema74.properties.partOf.type},message:"must be string,null",schema:schema74.properties.partOf.type,parentSchema:schema74.properties.partOf,data:data22};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(typeof data22 === "string"){
if(!pattern4.test(data22)){
const err33 = {instancePath:instancePath+"/partOf",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data22};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data.evidence !== undefined){
let data23 = data.evidence;
if((!(Array.isArray(data23))) && (data23 !== null)){
const err34 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema74.properties.evidence.type},message:"must be array,null",schema:schema74.properties.evidence.type,parentSchema:schema74.properties.evidence,data:data23};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(Array.isArray(data23)){
const len5 = data23.length;
for(let i5=0; i5<len5; i5++){
if(!(validate27(data23[i5], {instancePath:instancePath+"/evidence/" + i5,parentData:data23,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema74.type,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema106 = {"title":"a statement","description":"Something that was said. It belongs to its article.","type":"object","required":["id","type","text"],"additionalProperties":false,"properties":{"id":{"type":"string","$ref":"#/$defs/slug","description":"The id of the statement, unique in its article."},"type":{"$ref":"#/$defs/StatementType","description":"What the statement does."},"text":{"type":"string","$ref":"#/$defs/words","description":"What was said."},"quote":{"type":["string","null"],"$ref":"#/$defs/words","description":"The words of the speaker, where the article quotes them."},"mode":{"$ref":"#/$defs/SpeechMode","description":"In whose words it is given."},"date":{"$ref":"#/$defs/date","description":"When it was said."},"condition":{"type":["string","null"],"$ref":"#/$defs/words","description":"The condition that the statement makes."},"speaker":{"type":["string","null"],"$ref":"#/$defs/slug","description":"The actor of this article who said it. Left out, unnamed or the voice of the article."},"onBehalfOf":{"type":["string","null"],"$ref":"#/$defs/slug","description":"The actor of this article for whom it was said."},"incidents":{"type":["array","null"],"items":{"type":"string","$ref":"#/$defs/slug","description":"An incident of this article."},"description":"The incidents that the statement is about."},"actors":{"type":["array","null"],"items":{"type":"string","$ref":"#/$defs/slug","description":"An actor of this article."},"description":"The actors whom the statement is about."},"links":{"type":["array","null"],"items":{"$ref":"#/$defs/statementLink","description":"A link to another statement."},"description":"How it relates to other statements, of this article or of others."},"evidence":{"type":["array","null"],"items":{"$ref":"#/$defs/evidence","description":"A quote from the text."},"description":"The words of the text that say so."}}};
const schema108 = {"description":"What a statement does.","type":"string","enum":["CLAIM_OF_RESPONSIBILITY","DENIAL_OF_RESPONSIBILITY","DENIAL_OF_CONTROL","ATTRIBUTION","ACCUSATION","CONDEMNATION","WARNING","THREAT","INTENT_TO_CONTINUE","DEMAND","APPEAL","REASSURANCE","CONFIRMATION","PLEDGE","SYMPATHY","REPORT","COMMENT"],"enumDescriptions":["Says: we did it.","Says: we did not do it.","Says: we do not direct those who did it.","Says who did it.","Blames somebody for it.","Condemns it.","Warns of what may come.","Threatens.","Announces more of it.","Demands something.","Asks for something.","Reassures.","Confirms that it happened.","Promises something.","Expresses sympathy.","Reports what happened.","Comments in some other way."]};
const schema111 = {"description":"In whose words a statement is given.","type":["string","null"],"enum":["DIRECT_QUOTE","INDIRECT","PARAPHRASE","COLLECTIVE",null],"enumDescriptions":["In the words of the speaker.","As indirect speech.","In the words of the article.","As the voice of several speakers at once.","As if left out."]};
const schema117 = {"title":"a link to a statement","description":"How the statement relates to another one.","type":"object","required":["type","statement"],"additionalProperties":false,"properties":{"type":{"$ref":"#/$defs/StatementLinkType","description":"How it relates."},"statement":{"type":"string","$ref":"#/$defs/statementId","description":"The other statement: the id of one of this article, or article.statement."}}};
const schema118 = {"description":"How one statement relates to another.","type":"string","enum":["ECHOES","SUPPORTS","CONTRADICTS","RESPONDS_TO","RETRACTS","CLARIFIES","SAME_UTTERANCE"],"enumDescriptions":["It says again what the other says.","It backs what the other says.","The two cannot both be true; it answers from both ends.","It answers the other.","It takes the other back.","It explains the other.","Both were said in one breath; it answers from both ends."]};
const schema119 = {"title":"the id of a statement, or article.statement","description":"A statement of this article, or of another one: article.statement.","pattern":"^[a-z0-9-]{1,120}(\\.[a-z0-9-]{1,120})?$"};
const pattern48 = new RegExp("^[a-z0-9-]{1,120}(\\.[a-z0-9-]{1,120})?$", "u");

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema117.required,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.statement === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "statement"},message:"must have required property '"+"statement"+"'",schema:schema117.required,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "type") || (key0 === "statement"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/StatementLinkType/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema118.type,parentSchema:schema118,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(((((((data0 === "ECHOES") || (data0 === "SUPPORTS")) || (data0 === "CONTRADICTS")) || (data0 === "RESPONDS_TO")) || (data0 === "RETRACTS")) || (data0 === "CLARIFIES")) || (data0 === "SAME_UTTERANCE"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/StatementLinkType/enum",keyword:"enum",params:{allowedValues: schema118.enum},message:"must be equal to one of the allowed values",schema:schema118.enum,parentSchema:schema118,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.statement !== undefined){
let data1 = data.statement;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/statement",schemaPath:"#/properties/statement/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema117.properties.statement.type,parentSchema:schema117.properties.statement,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern48.test(data1)){
const err6 = {instancePath:instancePath+"/statement",schemaPath:"#/$defs/statementId/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}(\\.[a-z0-9-]{1,120})?$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}(\\.[a-z0-9-]{1,120})?$"+"\"",schema:"^[a-z0-9-]{1,120}(\\.[a-z0-9-]{1,120})?$",parentSchema:schema119,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema117.type,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate58.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema106.required,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema106.required,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.text === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema106.required,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema106.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.properties.id.type,parentSchema:schema106.properties.id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/StatementType/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(((((((((((((((((data1 === "CLAIM_OF_RESPONSIBILITY") || (data1 === "DENIAL_OF_RESPONSIBILITY")) || (data1 === "DENIAL_OF_CONTROL")) || (data1 === "ATTRIBUTION")) || (data1 === "ACCUSATION")) || (data1 === "CONDEMNATION")) || (data1 === "WARNING")) || (data1 === "THREAT")) || (data1 === "INTENT_TO_CONTINUE")) || (data1 === "DEMAND")) || (data1 === "APPEAL")) || (data1 === "REASSURANCE")) || (data1 === "CONFIRMATION")) || (data1 === "PLEDGE")) || (data1 === "SYMPATHY")) || (data1 === "REPORT")) || (data1 === "COMMENT"))){
const err7 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/StatementType/enum",keyword:"enum",params:{allowedValues: schema108.enum},message:"must be equal to one of the allowed values",schema:schema108.enum,parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.text !== undefined){
let data2 = data.text;
if(typeof data2 !== "string"){
const err8 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.properties.text.type,parentSchema:schema106.properties.text,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err9 = {instancePath:instancePath+"/text",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.quote !== undefined){
let data3 = data.quote;
if((typeof data3 !== "string") && (data3 !== null)){
const err10 = {instancePath:instancePath+"/quote",schemaPath:"#/properties/quote/type",keyword:"type",params:{type: schema106.properties.quote.type},message:"must be string,null",schema:schema106.properties.quote.type,parentSchema:schema106.properties.quote,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err11 = {instancePath:instancePath+"/quote",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.mode !== undefined){
let data4 = data.mode;
if((typeof data4 !== "string") && (data4 !== null)){
const err12 = {instancePath:instancePath+"/mode",schemaPath:"#/$defs/SpeechMode/type",keyword:"type",params:{type: schema111.type},message:"must be string,null",schema:schema111.type,parentSchema:schema111,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((((data4 === "DIRECT_QUOTE") || (data4 === "INDIRECT")) || (data4 === "PARAPHRASE")) || (data4 === "COLLECTIVE")) || (data4 === null))){
const err13 = {instancePath:instancePath+"/mode",schemaPath:"#/$defs/SpeechMode/enum",keyword:"enum",params:{allowedValues: schema111.enum},message:"must be equal to one of the allowed values",schema:schema111.enum,parentSchema:schema111,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.date !== undefined){
if(!(validate32(data.date, {instancePath:instancePath+"/date",parentData:data,parentDataProperty:"date",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.condition !== undefined){
let data6 = data.condition;
if((typeof data6 !== "string") && (data6 !== null)){
const err14 = {instancePath:instancePath+"/condition",schemaPath:"#/properties/condition/type",keyword:"type",params:{type: schema106.properties.condition.type},message:"must be string,null",schema:schema106.properties.condition.type,parentSchema:schema106.properties.condition,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
const err15 = {instancePath:instancePath+"/condition",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.speaker !== undefined){
let data7 = data.speaker;
if((typeof data7 !== "string") && (data7 !== null)){
const err16 = {instancePath:instancePath+"/speaker",schemaPath:"#/properties/speaker/type",keyword:"type",params:{type: schema106.properties.speaker.type},message:"must be string,null",schema:schema106.properties.speaker.type,parentSchema:schema106.properties.speaker,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err17 = {instancePath:instancePath+"/speaker",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.onBehalfOf !== undefined){
let data8 = data.onBehalfOf;
if((typeof data8 !== "string") && (data8 !== null)){
const err18 = {instancePath:instancePath+"/onBehalfOf",schemaPath:"#/properties/onBehalfOf/type",keyword:"type",params:{type: schema106.properties.onBehalfOf.type},message:"must be string,null",schema:schema106.properties.onBehalfOf.type,parentSchema:schema106.properties.onBehalfOf,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err19 = {instancePath:instancePath+"/onBehalfOf",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.incidents !== undefined){
let data9 = data.incidents;
if((!(Array.isArray(data9))) && (data9 !== null)){
const err20 = {instancePath:instancePath+"/incidents",schemaPath:"#/properties/incidents/type",keyword:"type",params:{type: schema106.properties.incidents.type},message:"must be array,null",schema:schema106.properties.incidents.type,parentSchema:schema106.properties.incidents,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(typeof data10 !== "string"){
const err21 = {instancePath:instancePath+"/incidents/" + i0,schemaPath:"#/properties/incidents/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.properties.incidents.items.type,parentSchema:schema106.properties.incidents.items,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
const err22 = {instancePath:instancePath+"/incidents/" + i0,schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
}
if(data.actors !== undefined){
let data11 = data.actors;
if((!(Array.isArray(data11))) && (data11 !== null)){
const err23 = {instancePath:instancePath+"/actors",schemaPath:"#/properties/actors/type",keyword:"type",params:{type: schema106.properties.actors.type},message:"must be array,null",schema:schema106.properties.actors.type,parentSchema:schema106.properties.actors,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 !== "string"){
const err24 = {instancePath:instancePath+"/actors/" + i1,schemaPath:"#/properties/actors/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.properties.actors.items.type,parentSchema:schema106.properties.actors.items,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
const err25 = {instancePath:instancePath+"/actors/" + i1,schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
}
if(data.links !== undefined){
let data13 = data.links;
if((!(Array.isArray(data13))) && (data13 !== null)){
const err26 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/type",keyword:"type",params:{type: schema106.properties.links.type},message:"must be array,null",schema:schema106.properties.links.type,parentSchema:schema106.properties.links,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
if(!(validate60(data13[i2], {instancePath:instancePath+"/links/" + i2,parentData:data13,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
}
}
if(data.evidence !== undefined){
let data15 = data.evidence;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err27 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: schema106.properties.evidence.type},message:"must be array,null",schema:schema106.properties.evidence.type,parentSchema:schema106.properties.evidence,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
if(!(validate27(data15[i3], {instancePath:instancePath+"/evidence/" + i3,parentData:data15,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema106.type,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}
validate58.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate67.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.published === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "published"},message:"must have required property '"+"published"+"'",schema:schema36.required,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.text === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema36.required,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema36.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if((typeof data0 !== "string") && (data0 !== null)){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: schema36.properties.$schema.type},message:"must be string,null",schema:schema36.properties.$schema.type,parentSchema:schema36.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if((typeof data1 !== "string") && (data1 !== null)){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: schema36.properties.id.type},message:"must be string,null",schema:schema36.properties.id.type,parentSchema:schema36.properties.id,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.version !== undefined){
let data2 = data.version;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
const err6 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema36.properties.version.type},message:"must be integer,null",schema:schema36.properties.version.type,parentSchema:schema36.properties.version,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema36.properties.version,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema36.properties.version,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.title !== undefined){
let data3 = data.title;
if((typeof data3 !== "string") && (data3 !== null)){
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: schema36.properties.title.type},message:"must be string,null",schema:schema36.properties.title.type,parentSchema:schema36.properties.title,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 === "string"){
if(func2(data3) > 1000){
const err10 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema38,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern6.test(data3)){
const err11 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema38,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.url !== undefined){
let data4 = data.url;
if((typeof data4 !== "string") && (data4 !== null)){
const err12 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: schema36.properties.url.type},message:"must be string,null",schema:schema36.properties.url.type,parentSchema:schema36.properties.url,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern7.test(data4)){
const err13 = {instancePath:instancePath+"/url",schemaPath:"#/$defs/url/pattern",keyword:"pattern",params:{pattern: "^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"},message:"must match pattern \""+"^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"+"\"",schema:"^[Hh][Tt][Tt][Pp][Ss]?://\\S+$",parentSchema:schema39,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!(formats0(data4))){
const err14 = {instancePath:instancePath+"/url",schemaPath:"#/$defs/url/format",keyword:"format",params:{format: "web-address"},message:"must match format \""+"web-address"+"\"",schema:"web-address",parentSchema:schema39,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.publisher !== undefined){
let data5 = data.publisher;
if((typeof data5 !== "string") && (data5 !== null)){
const err15 = {instancePath:instancePath+"/publisher",schemaPath:"#/properties/publisher/type",keyword:"type",params:{type: schema36.properties.publisher.type},message:"must be string,null",schema:schema36.properties.publisher.type,parentSchema:schema36.properties.publisher,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data5 === "string"){
if(func2(data5) > 1000){
const err16 = {instancePath:instancePath+"/publisher",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema38,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern6.test(data5)){
const err17 = {instancePath:instancePath+"/publisher",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema38,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.language !== undefined){
let data6 = data.language;
if((typeof data6 !== "string") && (data6 !== null)){
const err18 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/type",keyword:"type",params:{type: schema36.properties.language.type},message:"must be string,null",schema:schema36.properties.language.type,parentSchema:schema36.properties.language,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern9.test(data6)){
const err19 = {instancePath:instancePath+"/language",schemaPath:"#/$defs/language/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},message:"must match pattern \""+"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"+"\"",schema:"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",parentSchema:schema41,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!(formats2(data6))){
const err20 = {instancePath:instancePath+"/language",schemaPath:"#/$defs/language/format",keyword:"format",params:{format: "language-tag"},message:"must match format \""+"language-tag"+"\"",schema:"language-tag",parentSchema:schema41,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.license !== undefined){
let data7 = data.license;
if((typeof data7 !== "string") && (data7 !== null)){
const err21 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/type",keyword:"type",params:{type: schema36.properties.license.type},message:"must be string,null",schema:schema36.properties.license.type,parentSchema:schema36.properties.license,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err22 = {instancePath:instancePath+"/license",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.citation !== undefined){
let data8 = data.citation;
if((typeof data8 !== "string") && (data8 !== null)){
const err23 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/type",keyword:"type",params:{type: schema36.properties.citation.type},message:"must be string,null",schema:schema36.properties.citation.type,parentSchema:schema36.properties.citation,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
const err24 = {instancePath:instancePath+"/citation",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.published !== undefined){
let data9 = data.published;
if(typeof data9 !== "string"){
const err25 = {instancePath:instancePath+"/published",schemaPath:"#/properties/published/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.published.type,parentSchema:schema36.properties.published,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data9 === "string"){
if(!pattern12.test(data9)){
const err26 = {instancePath:instancePath+"/published",schemaPath:"#/$defs/day/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema44,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!(formats4(data9))){
const err27 = {instancePath:instancePath+"/published",schemaPath:"#/$defs/day/format",keyword:"format",params:{format: "day"},message:"must match format \""+"day"+"\"",schema:"day",parentSchema:schema44,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.text !== undefined){
let data10 = data.text;
if(typeof data10 !== "string"){
const err28 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.text.type,parentSchema:schema36.properties.text,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
const err29 = {instancePath:instancePath+"/text",schemaPath:"#/$defs/words/pattern",keyword:"pattern",params:{pattern: "[^\\s\\p{Cc}\\p{Cf}]"},message:"must match pattern \""+"[^\\s\\p{Cc}\\p{Cf}]"+"\"",schema:"[^\\s\\p{Cc}\\p{Cf}]",parentSchema:schema42,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data.locations !== undefined){
let data11 = data.locations;
if((!(Array.isArray(data11))) && (data11 !== null)){
const err30 = {instancePath:instancePath+"/locations",schemaPath:"#/properties/locations/type",keyword:"type",params:{type: schema36.properties.locations.type},message:"must be array,null",schema:schema36.properties.locations.type,parentSchema:schema36.properties.locations,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(!(validate26(data11[i0], {instancePath:instancePath+"/locations/" + i0,parentData:data11,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
}
if(data.actors !== undefined){
let data13 = data.actors;
if((!(Array.isArray(data13))) && (data13 !== null)){
const err31 = {instancePath:instancePath+"/actors",schemaPath:"#/properties/actors/type",keyword:"type",params:{type: schema36.properties.actors.type},message:"must be array,null",schema:schema36.properties.actors.type,parentSchema:schema36.properties.actors,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
if(!(validate30(data13[i1], {instancePath:instancePath+"/actors/" + i1,parentData:data13,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
}
if(data.incidents !== undefined){
let data15 = data.incidents;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err32 = {instancePath:instancePath+"/incidents",schemaPath:"#/properties/incidents/type",keyword:"type",params:{type: schema36.properties.incidents.type},message:"must be array,null",schema:schema36.properties.incidents.type,parentSchema:schema36.properties.incidents,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
if(!(validate38(data15[i2], {instancePath:instancePath+"/incidents/" + i2,parentData:data15,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
}
if(data.statements !== undefined){
let data17 = data.statements;
if((!(Array.isArray(data17))) && (data17 !== null)){
const err33 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: schema36.properties.statements.type},message:"must be array,null",schema:schema36.properties.statements.type,parentSchema:schema36.properties.statements,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(Array.isArray(data17)){
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
if(!(validate58(data17[i3], {instancePath:instancePath+"/statements/" + i3,parentData:data17,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
}
}
if(data.retracted !== undefined){
let data19 = data.retracted;
if(data19 !== null){
const err34 = {instancePath:instancePath+"/retracted",schemaPath:"#/properties/retracted/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema36.properties.retracted.type,parentSchema:schema36.properties.retracted,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}
validate67.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(validate67(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateWithdrawal: Validator = validate73;
const schema130 = {"$ref":"article.schema.json#/$defs/withdrawal"};
const schema34 = {"title":"a withdrawal of id, version and retracted","description":"Withdraws an article: as if it had never been seeded.","type":"object","required":["id","retracted"],"additionalProperties":false,"properties":{"$schema":{"type":["string","null"],"description":"Where this schema lies, so that an editor completes from it."},"id":{"type":"string","$ref":"#/$defs/slug","description":"The id of the article to withdraw."},"version":{"title":"a whole number from 1","type":["integer","null"],"minimum":1,"maximum":9007199254740991,"description":"The highest version of an id wins, whatever the order of seeding. Without one, the later seeding replaces."},"retracted":{"title":"true","const":true,"description":"Always true."}}};

function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate74.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema34.required,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.retracted === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "retracted"},message:"must have required property '"+"retracted"+"'",schema:schema34.required,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "$schema") || (key0 === "id")) || (key0 === "version")) || (key0 === "retracted"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if((typeof data0 !== "string") && (data0 !== null)){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: schema34.properties.$schema.type},message:"must be string,null",schema:schema34.properties.$schema.type,parentSchema:schema34.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.id.type,parentSchema:schema34.properties.id,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,120}$"},message:"must match pattern \""+"^[a-z0-9-]{1,120}$"+"\"",schema:"^[a-z0-9-]{1,120}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.version !== undefined){
let data2 = data.version;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
const err6 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema34.properties.version.type},message:"must be integer,null",schema:schema34.properties.version.type,parentSchema:schema34.properties.version,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema34.properties.version,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema34.properties.version,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.retracted !== undefined){
let data3 = data.retracted;
if(true !== data3){
const err9 = {instancePath:instancePath+"/retracted",schemaPath:"#/properties/retracted/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema34.properties.retracted,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}
validate74.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate73.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(validate74(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
validate73.errors = vErrors;
return errors === 0;
}
validate73.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
