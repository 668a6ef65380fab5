import type { EmojiStrings } from './emoji.en.ts'

export const emojiFr: EmojiStrings = {
  search: 'Rechercher un emoji',
  none: 'Aucun résultat',
  recent: 'Récents',
  groups: [
    'Visages',
    'Mains',
    'Cœurs et étincelles',
    'Nature',
    'Boire et manger',
    'Loisirs et lieux',
    'Objets',
    'Signes',
  ],
  names: `
😀 visage rieur, sourire
😃 visage souriant avec de grands yeux, sourire
😄 visage très souriant aux yeux rieurs, sourire
😁 visage souriant aux yeux rieurs, dents, sourire
😆 visage souriant avec yeux plissés, bouche, rire, sourire
😅 visage souriant avec une goutte de sueur, sourire
😂 visage riant aux larmes, sourire
🤣 se rouler par terre de rire, visage
🙂 visage avec un léger sourire
🙃 tête à l’envers, renversée
😉 visage faisant un clin d’œil
😊 visage souriant avec yeux rieurs, œil, rougir, sourire
😇 visage souriant avec auréole, ange
🥰 visage souriant avec cœurs, adorer, aimer, amour, amoureux, béguin
😍 visage souriant avec yeux en forme de cœur, amour, œil
😘 visage envoyant un bisou, cœur
😋 miam, langue
😜 visage qui tire la langue et fait un clin d’œil
🤗 visage qui fait un câlin, gentil
🤔 visage en pleine réflexion
🤨 visage avec les sourcils relevés, méfiant, sceptique
😐 visage neutre
😏 visage avec un sourire malin
🙄 visage roulant des yeux, roulement
😬 visage grimaçant, grimace
😌 visage soulagé, soulagement
😴 visage somnolent, sommeil, zzz
🤒 visage avec thermomètre, indisposé, malade
🥳 visage festif, célébration, chapeau, fête, sifflet
😎 visage avec lunettes de soleil
🤓 visage de geek, lunettes
😕 visage confus
😟 visage inquiet
🙁 visage légèrement mécontent
😮 visage avec bouche ouverte, surpris
😳 visage qui rougit, rouge, rougissant
🥺 visage implorant, pitié, supplication, yeux de chiens battus
😢 visage qui pleure, larmes
😭 visage qui pleure à chaudes larmes, pleurs, triste
😱 visage qui hurle de peur, cri, effrayé
😤 visage avec fumée sortant des narines, triomphe, victoire
😡 visage boudeur, colère, énervé, furieux
🤯 tête qui explose, choqué
😷 visage avec masque
👋 signe de la main, coucou
🤚 dos de main levée
✋ main levée, feuille
👌 ok, geste, main
🤞 doigts croisés, main
✌️ V de la victoire, ciseaux, main
👍 pouce vers le haut, main, super
👎 pouce vers le bas, main, nul
👊 poing de face, coup de poing, main
👏 applaudissements, bravo, mains
🙌 mains levées, air
🤝 poignée de main, mains, présentation, rencontre
🙏 mains en prière
💪 biceps contracté, corps, muscle
👀 yeux, corps, œil, visage
🤷 personne qui hausse les épaules, doute, haussement d’épaules, ignorance, indifférence
🙋 personne qui lève la main, content, geste, levée
❤️ cœur rouge
🧡 cœur orange
💛 cœur jaune
💚 cœur vert
💙 cœur bleu
💜 cœur violet
🖤 cœur noir
🤍 cœur blanc
💔 cœur brisé
💖 cœur étincelant
💯 cent points
💥 explosion, collision
✨ étincelles, *, étoile, scintiller
⭐ étoile
🔥 feu, flamme
🎉 cotillons, fête
🐶 tête de chien, animal
🐱 tête de chat, animal
🐭 tête de souris, animal
🐰 tête de lapin, animal
🦊 renard, animal, tête
🐻 ours, animal, tête
🐼 panda, animal, tête
🐵 tête de singe, animal
🦄 licorne, animal, tête
🐝 abeille, animal, insecte
🦋 papillon, insecte, mignon
🌸 fleur de cerisier
🌹 rose, fleur
🌻 tournesol, fleur
🌳 arbre à feuilles caduques, feuillu
🌱 jeune pousse, jeune plant, plantule
🍀 trèfle à quatre feuilles, chance
🌈 arc-en-ciel, météo, pluie
☀️ soleil, brillant, météo, rayons
🌧️ nuage avec pluie, averse, mauvais temps, météo
❄️ flocon, neige
🌙 croissant de lune
🍎 pomme rouge, fruit
🍋 citron, fruit
🍓 fraise, fruit
🥑 avocat, fruit
🍕 pizza, fromage, part
🍔 hamburger
🍟 frites, potatœs
🥗 salade verte
🍣 sushi, japonais, poisson
🍰 gâteau sablé, dessert, pâtisserie, sucré
🍫 barre chocolatée, dessert, sucré
🍪 cookie, dessert, sucré
☕ boisson chaude
🍵 tasse, thé
🍷 verre de vin
🍺 chope, bière
🥂 trinquer, célébrer, fêter, verre
⚽ ballon de football, balle, sport
🏀 basket, ballon, panier, sport
🎾 tennis, balle, sport
🏆 trophée, prix
🎮 jeu vidéo, manette
🎵 note de musique
🎁 cadeau, anniversaire, fête
🎂 gâteau d’anniversaire
🎈 ballon gonflable, fête
🚗 voiture, automobile
🚲 vélo
✈️ avion, véhicule
🚀 fusée, espace
🏠 maison, bâtiment, pavillon
🏖️ plage avec parasol
⛰️ montagne
🗺️ carte du monde
📱 téléphone portable
💻 ordinateur portable
📷 appareil photo, vidéo
💡 ampoule, dessin, idée, lumière
🔑 clé, mot de passe, serrure
🔒 cadenas fermé, verrouillé
📦 colis, paquet
📎 trombone, fournitures
📄 page, document
📅 calendrier, date
📌 punaise, fournitures
✏️ crayon
🔍 loupe orientée à gauche, recherche
💰 sac plein d’argent, dollar, sac d’argent
💳 carte bancaire
🛒 chariot, panier, shopping
🚚 camion de livraison
🛠️ marteau et clé à molette, outil
⏰ réveil, alarme, heure
📞 combiné téléphonique, téléphone
✉️ enveloppe, courrier électronique, e-mail
📣 porte-voix, manifestation, mégaphone
✅ bouton coché, ✓, carré, coche, marque, oui, sélection
❌ croix, ×, annuler, multiplication, multiplier
❗ point d’exclamation rouge, !, ponctuation
❓ point d’interrogation rouge, ?, ponctuation, question
⚠️ symbole d’avertissement
ℹ️ source d’informations
➡️ flèche droite, direction, est
⬅️ flèche gauche, direction, ouest
🔄 flèches dans le sens antihoraire
🆗 bouton OK
🚫 symbole d’interdiction, interdit
💬 bulle de parole, dialogue`,
}
