/** Headlines of pages that say that there is nothing here, in the languages of the web. */
export const errorWords =
  /\bnot found\b|page (?:can(?:no|['’])t be found|doesn['’]t exist|does not exist|is (?:missing|gone|unavailable))|\b(?:error|fehler|erreur|errore|erro) ?(?:404|410|500|502|503)\b|\b(?:404|410|500|502|503)\b.{0,12}(?:error|fehler|erreur)|internal server error|service unavailable|bad gateway|something went wrong|under maintenance|nicht gefunden|existiert nicht(?: mehr)?|introuvable|n['’]existe (?:pas|plus)|no (?:se ha )?encontrad[ao]|no existe|non trovat[ao]|não (?:foi )?encontrad[ao]|nie (?:znaleziono|istnieje)|niet gevonden|bestaat niet|hittades inte|finns inte|ikke fundet|ikke funnet|ei löytynyt|nenalezena|nem található|nu a fost găsit|δεν βρέθηκε|не найден[ао]?|не существует|не знайдено|bulunamadı|tidak ditemukan|không tìm thấy|غير موجودة|لم يتم العثور|לא נמצא|نہیں ملا|پیدا نشد|नहीं मिला|ไม่พบ|見つかりません|存在しません|찾을 수 없|不存在|找不到|未找到|已删除|已刪除|已下线|出错了|出錯了/i;

/** Headlines of pages that want to know who reads. */
export const loginWords =
  /\b(?:log ?in|sign ?in|log on|sign up|create (?:an )?account|register)\b|anmelden|einloggen|anmeldung|connexion|se connecter|identifiez-vous|iniciar sesión|inicia sesión|accedi|accesso|entrar|iniciar sessão|zaloguj|logowanie|inloggen|logga in|log ind|logg inn|kirjaudu|přihlá|bejelentkez|autentific|σύνδεση|войти|вход|увійти|giriş yap|masuk|đăng nhập|تسجيل الدخول|התחבר|ورود|लॉग ?इन|เข้าสู่ระบบ|ログイン|로그인|登录|登入|登錄|注册|註冊/i;

/** Headlines of results of a search. */
export const searchWords =
  /search results?|results for|you searched for|suchergebnis|ergebnisse für|résultats (?:de|pour)|resultados (?:de|da|para)|risultati (?:della|per)|wyniki wyszukiwania|zoekresultat|sökresultat|søgeresultat|søkeresultat|hakutulo|výsledky (?:hledání|vyhled)|αποτελέσματα|результаты поиска|arama sonuç|hasil pencarian|kết quả tìm|نتائج البحث|תוצאות חיפוש|検索結果|검색 ?결과|搜索结果|搜尋結果|搜索結果/i;
